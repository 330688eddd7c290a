"""One reading of a command line: options and positional arguments take their words in turn."""

import sys

from ._words import SUPPRESS, ArgumentError, action_name


class Parsing:
    def __init__(self, parser, words, namespace):
        self.parser = parser
        self.words = words
        self.namespace = namespace
        self.positionals = parser._get_positional_actions()
        self.seen = set()
        self.given = set()
        self.unknown = []
        self.rivals = {}
        for group in parser._mutually_exclusive_groups:
            for i, action in enumerate(group._group_actions):
                others = group._group_actions[:i] + group._group_actions[i + 1 :]
                self.rivals.setdefault(action, []).extend(others)
        self.options = {}
        letters = []
        for i, word in enumerate(words):
            if word == '--':
                letters.append('-' + 'A' * (len(words) - i - 1))
                break
            option = parser._parse_optional(word)
            if option is not None:
                self.options[i] = option
            letters.append('A' if option is None else 'O')
        self.letters = ''.join(letters)

    def run(self):
        last = max(self.options, default=-1)
        at = 0
        while at <= last:
            following = min(i for i in self.options if i >= at)
            if at != following:
                end = self.take_positionals(at)
                if end > at:
                    at = end
                    continue
            if at not in self.options:
                self.unknown.extend(self.words[at:following])
                at = following
            at = self.take_option(at)
        end = self.take_positionals(at)
        self.unknown.extend(self.words[end:])
        self.finish()
        return self.namespace, self.unknown

    def apply(self, action, words, option=None):
        parser = self.parser
        self.seen.add(action)
        values = parser._get_values(action, words)
        if values is not action.default:
            self.given.add(action)
            for rival in self.rivals.get(action, ()):
                if rival in self.given:
                    raise ArgumentError(action, f'not allowed with argument {action_name(rival)}')
        if values is not SUPPRESS:
            action(parser, self.namespace, values, option)

    def take_option(self, at):
        action, option, value = self.options[at]
        parser = self.parser
        taken = []
        while True:
            if action is None:
                self.unknown.append(self.words[at])
                return at + 1
            if value is None:
                start = at + 1
                stop = start + parser._match_argument(action, self.letters[start:])
                taken.append((action, self.words[start:stop], option))
                break
            count = parser._match_argument(action, 'A')
            if count == 1:
                stop = at + 1
                taken.append((action, [value], option))
                break
            if count > 0 or option[1] in parser.prefix_chars or value == '':
                raise ArgumentError(action, f'ignored explicit argument {value!r}')
            # Short options without values may stand together: -xvf.
            taken.append((action, [], option))
            option = option[0] + value[0]
            if option not in parser._option_string_actions:
                raise ArgumentError(action, f'ignored explicit argument {value!r}')
            action = parser._option_string_actions[option]
            value = value[1:] or None
        for each in taken:
            self.apply(*each)
        return stop

    def take_positionals(self, at):
        counts = self.parser._match_arguments_partial(self.positionals, self.letters[at:])
        for action, count in zip(self.positionals, counts):
            self.apply(action, self.words[at : at + count])
            at += count
        self.positionals[:] = self.positionals[len(counts) :]
        return at

    def finish(self):
        """Converts defaults that are text, and misses what is required."""
        parser, namespace = self.parser, self.namespace
        missing = []
        for action in parser._actions:
            if action in self.seen:
                continue
            if action.required:
                missing.append(action_name(action))
            elif isinstance(action.default, str) and hasattr(namespace, action.dest):
                if action.default is getattr(namespace, action.dest):
                    value = parser._get_value(action, action.default)
                    setattr(namespace, action.dest, value)
        if missing:
            parser.error(f"the following arguments are required: {', '.join(missing)}")
        for group in parser._mutually_exclusive_groups:
            members = group._group_actions
            if group.required and not any(action in self.given for action in members):
                names = [action_name(each) for each in members if each.help is not SUPPRESS]
                parser.error(f"one of the arguments {' '.join(names)} is required")


def parse_intermixed(parser, args, namespace):
    """Options first, then all positional arguments from what is left."""
    positionals = parser._get_positional_actions()
    special = [action.nargs for action in positionals if action.nargs in ('A...', '...')]
    if special:
        raise TypeError(f'parse_intermixed_args: positional arg with nargs={special[0]}')
    for group in parser._mutually_exclusive_groups:
        if any(action in positionals for action in group._group_actions):
            raise TypeError('parse_intermixed_args: positional in mutuallyExclusiveGroup')
    usage = parser.usage
    saved = [(action, action.nargs, action.default) for action in positionals]
    try:
        if usage is None:
            parser.usage = parser.format_usage()[7:]
        try:
            for action in positionals:
                action.nargs = action.default = SUPPRESS
            namespace, rest = parser.parse_known_args(args, namespace)
            for action in positionals:
                if hasattr(namespace, action.dest) and getattr(namespace, action.dest) == []:
                    delattr(namespace, action.dest)
        finally:
            for action, nargs, default in saved:
                action.nargs, action.default = nargs, default
        optionals = parser._get_optional_actions()
        required = [(action, action.required) for action in optionals]
        exclusive = [(group, group.required) for group in parser._mutually_exclusive_groups]
        try:
            for each, _ in required + exclusive:
                each.required = False
            return parser.parse_known_args(rest, namespace)
        finally:
            for each, was in required + exclusive:
                each.required = was
    finally:
        parser.usage = usage
