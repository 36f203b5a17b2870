import pytest

from smsbot.simulator.segments import count_segments


@pytest.mark.parametrize(
    ("body", "segments"),
    [
        ("", 1),
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("{" * 80, 1),
        ("{" * 81, 2),
        # 152 + an escape pair: the pair does not fit into the first segment's last septet.
        ("a" * 152 + "{" + "a" * 152, 3),
        ("a" * 153 + "a" * 153, 2),
        ("é" * 160, 1),
        ("ê", 1),
        ("ê" * 70, 1),
        ("ê" * 71, 2),
        ("’" + "a" * 70, 2),
        ("💈" * 35, 1),
        ("💈" * 36, 2),
        # 67 units hold 33 pairs: a pair is never split.
        ("💈" * 66, 2),
        ("💈" * 67, 3),
        ("💈" * 800, 25),
    ],
)
def test_segments(body, segments):
    assert count_segments(body) == segments
