"""nargs: how many words an argument takes, and how positional arguments share what there is."""
import argparse


def parse(line, *arguments):
    parser = argparse.ArgumentParser(prog='p')
    for names, keywords in arguments:
        parser.add_argument(*names, **keywords)
    print(line, '->', parser.parse_args(line.split()))


one = (['one'], {})
parse('a', one)
parse('a b c', one, (['rest'], {'nargs': '*'}))
parse('a', one, (['rest'], {'nargs': '*'}))
parse('a b c', (['first'], {'nargs': '+'}), (['last'], {}))
parse('a', (['maybe'], {'nargs': '?', 'default': 'd'}), (['last'], {}))
parse('1 2 3', (['pair'], {'nargs': 2, 'type': int}), (['rest'], {'nargs': '*', 'type': float}))
parse('--size 3 4 x', (['--size'], {'nargs': 2, 'type': int, 'metavar': ('H', 'W')}), one)
parse('--flag x', (['--flag'], {'nargs': '?', 'const': 'C', 'default': 'D'}))
parse('--flag', (['--flag'], {'nargs': '?', 'const': 'C', 'default': 'D'}))
parse('', (['--flag'], {'nargs': '?', 'const': 'C', 'default': 'D'}))
parse('--many a b --other c', (['--many'], {'nargs': '+'}), (['--other'], {}))
parse('cmd --not -mine x', (['cmd'], {}), (['rest'], {'nargs': argparse.REMAINDER}))
parse('-n -3 -- -x', (['-n'], {'type': int}), (['pos'], {}))
