"""Normal forms of a text: what is left when case, quotes, emoji and punctuation do not matter.

compliance.md 1, rule 1: NFKC, casefold, strip emoji, quotes, punctuation, zero-width characters.
Everything here is linear in the length of the text; no expression backtracks.
"""

import re
import unicodedata
from collections.abc import Iterable
from itertools import pairwise

from smsbot.language.shorthand import APART, PAIRS, WORDS

STOP = "."
ASKED = "?"
PAUSE = ","
MARKS = frozenset({STOP, ASKED, PAUSE})
"""The clause marks among `tokens`: a sentence's end, a question's end, a lighter break."""

_APOSTROPHES = "'`´\u2018\u2019\u201a\u201b\u02bc\u02b9\uff07"
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\ufe0e\ufe0f"
_GONE = dict.fromkeys(map(ord, "*" + _APOSTROPHES + _INVISIBLE))
_STOP_SIGN = "\U0001f6d1"
_WORD = r"\d+(?:[.:,/-]\d+)*[^\W_]*|[^\W_]+|#(?!\w)|&"
_MARKS = r"[.!;?\n\r\u2026\u00a1\u00bf\u3002,:()\u2013\u2014\u2600-\u27bf\U0001f000-\U0001faff]+"
_TOKENS = re.compile(f"{_WORD}|{_MARKS}")
_WORDS = re.compile(_WORD)
_STRONG = frozenset(".!;\n\r\u2026\u3002")
_ADDRESSES = re.compile(r"(?:https?://|www\.)\S+")
_STRETCHED = re.compile(r"(.)\1\1+")
_MAX_JOINED = 20


def normalise(text: str) -> str:
    """The words of `text`, folded to lower case, one blank apart; accents stay. Idempotent."""
    text = text.casefold() if text.isascii() else unicodedata.normalize("NFC", _folded_case(text))
    return " ".join(_WORDS.findall(_bare(text)))


def fold(text: str) -> str:
    """`text` without accents: the second form, for people who type "arret" and "numero"."""
    if text.isascii():
        return text
    return _without_accents(unicodedata.normalize("NFD", text))


def tokens(text: str) -> tuple[str, ...]:
    """The words of `text`, folded and without accents, with the clause `MARKS` between them.

    Letters spelled apart ("s t o p", "S.T.O.P.") become one word, a word said twice in a row is
    kept once, and points between single words ("Stop. Texting. Me.") are dropped: they stress,
    they do not divide. Shorthand is read as its long form, and "do not" as "dont".
    """
    text = _clean(text.strip())
    if "://" in text or "www." in text:
        text = _ADDRESSES.sub(" ", text)
    if " - " in text:
        text = text.replace(" - ", " , ")
    found = _TOKENS.findall(text)
    return tuple(paired(_unrepeated(_unstressed(_spelled_out(_joined(_marked(found)))))))


def squeeze(word: str) -> tuple[str, ...]:
    """What `word` may be without its stretched letters: "stoppppp" gives "stop" and "stopp",
    "freee" gives "fre" and "free". Nothing where no letter stands three times in a row."""
    if not _STRETCHED.search(word):
        return ()
    return _STRETCHED.sub(r"\1", word), _STRETCHED.sub(r"\1\1", word)


def _clean(text: str) -> str:
    """Folded to lower case, without accents, apostrophes and invisible characters."""
    if text.isascii():
        return text.lower().replace("'", "").replace("`", "").replace("*", "")
    text = _folded_case(text.replace(_STOP_SIGN, " stop "))
    return _bare(unicodedata.normalize("NFD", text))


def _folded_case(text: str) -> str:
    """Unicode's NFKC_Casefold: casefolding may undo the composition, and the other way round."""
    once = unicodedata.normalize("NFKC", unicodedata.normalize("NFD", text).casefold())
    return unicodedata.normalize("NFKC", once.casefold())


def _bare(text: str) -> str:
    """Without apostrophes, invisible characters and marks that stand apart from their letter."""
    return _without_accents(text.translate(_GONE))


def _without_accents(apart: str) -> str:
    return "".join([c for c in apart if not unicodedata.combining(c)])


def _marked(found: Iterable[str]) -> list[str]:
    out: list[str] = []
    for piece in found:
        if piece[0].isalnum() or piece in "#&":
            out.append(piece)
            continue
        mark = ASKED if "?" in piece else STOP if not _STRONG.isdisjoint(piece) else PAUSE
        if not out:
            continue
        if out[-1] in MARKS:
            out[-1] = min(out[-1], mark, key=".?,".index) if mark != ASKED else ASKED
        else:
            out.append(mark)
    if out and out[-1] in (STOP, PAUSE):
        out.pop()
    return out


def _unrepeated(words: list[str]) -> list[str]:
    return [w for i, w in enumerate(words) if i == 0 or w != words[i - 1]]


def _spelled_out(words: list[str]) -> list[str]:
    out: list[str] = []
    for word in words:
        out.extend(APART.get(word) or (WORDS.get(word, word),))
    return out


def paired(words: list[str]) -> list[str]:
    """`words` with every pair of `shorthand.PAIRS` as one."""
    out: list[str] = []
    for word in words:
        pair = PAIRS.get(out[-1], {}).get(word) if out else None
        if pair:
            out[-1] = pair
        else:
            out.append(word)
    return out


def _joined(words: list[str]) -> list[str]:
    """Three or more single letters in a row are one word spelled out."""
    if sum(len(w) == 1 and w.isalpha() for w in words) < 3:
        return words
    out: list[str] = []
    letters: list[str] = []
    pending: list[str] = []

    def close() -> None:
        if len(letters) >= 3:
            out.append("".join(letters))
            out.extend(pending[-1:] if pending and pending[-1] in MARKS else [])
        else:
            out.extend(pending)
        letters.clear()
        pending.clear()

    for word in words:
        if len(word) == 1 and word.isalpha() and len(letters) < _MAX_JOINED:
            letters.append(word)
            pending.append(word)
        elif word == STOP and letters and pending[-1] != STOP:
            pending.append(word)
        else:
            close()
            out.append(word)
    close()
    return out


def _unstressed(words: list[str]) -> list[str]:
    """Drops the points of a run of three or more sentences of one word each."""
    if words.count(STOP) < 2:
        return words
    edges = [-1, *(i for i, w in enumerate(words) if w in MARKS), len(words)]
    single = [right - left == 2 for left, right in pairwise(edges)]
    dropped: set[int] = set()
    for i in range(len(single) - 2):
        if all(single[i : i + 3]):
            dropped.update(e for e in edges[i + 1 : i + 3] if words[e] == STOP)
    return [w for i, w in enumerate(words) if i not in dropped] if dropped else words
