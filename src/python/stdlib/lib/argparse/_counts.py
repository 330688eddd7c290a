"""How many of the words of a command line each argument takes.

The words are a text of letters: `A` is a value, `O` an option, `-` the mark `--`. Arguments take as
many as they may, as long as those behind them get what they need.
"""

from ._words import ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE


def accepts(nargs, letters):
    """Whether an argument can take just these."""
    values = letters.replace('-', '')
    if nargs is None:
        return values == 'A'
    if nargs == OPTIONAL:
        return values in ('', 'A')
    if nargs == ZERO_OR_MORE:
        return 'O' not in values
    if nargs == ONE_OR_MORE:
        return 'O' not in values and values != ''
    if nargs == REMAINDER:
        return True
    if nargs == PARSER:
        return values[:1] == 'A'
    if nargs == SUPPRESS:
        return values == ''
    return values == 'A' * nargs


def count_for(action, letters):
    """How many an option takes of what follows; None where it cannot have what it needs."""
    counts = counts_for([action], letters)
    return None if counts is None else counts[0]


def counts_for(actions, letters):
    """How many each of these arguments takes from the front; None where that is not possible."""
    if not actions:
        return []
    first, *rest = actions
    longest = _longest(first, letters)
    for count in range(longest, -1, -1):
        if accepts(first.nargs, letters[:count]):
            others = counts_for(rest, letters[count:])
            if others is not None:
                return [count, *others]
    return None


def _longest(action, letters):
    if action.nargs not in (REMAINDER, PARSER):
        end = letters.find('O')
        letters = letters if end < 0 else letters[:end]
        if isinstance(action.nargs, int) or action.nargs in (None, OPTIONAL):
            # Two marks around the values are the most that can stand there.
            wanted = action.nargs if isinstance(action.nargs, int) else 1
            letters = letters[: wanted + letters[: wanted + 2].count('-')]
    if action.option_strings and '-' in letters:
        letters = letters[: letters.index('-')]
    return len(letters)
