"""Times in a text: read by a grammar, resolved against the customer's clock.

Rooms, in the order in which a text goes through them: `scan` cuts it, `lexemes` looks the words up
in `words`, `reader` reads expressions (with `dates`, `months`, `clocks`, `parts`, `durations`; what
is none is told by `evidence` and `suspects`), `negation`, `joining` and `sharing` put them
together, `resolve` finds the windows. docs/times.md says what means what.
"""

from smsbot.language.times.among import among
from smsbot.language.times.finding import find_times, intersect
from smsbot.language.times.relative import relative_to

__all__ = ["among", "find_times", "intersect", "relative_to"]
