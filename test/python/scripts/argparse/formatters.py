"""Formatters: raw texts, defaults told, types as names, widths."""
import argparse

text = 'First line.\n  Indented line.\n'
for kind in (argparse.HelpFormatter, argparse.RawDescriptionHelpFormatter,
             argparse.RawTextHelpFormatter, argparse.ArgumentDefaultsHelpFormatter,
             argparse.MetavarTypeHelpFormatter):
    parser = argparse.ArgumentParser(prog='p', description=text, formatter_class=kind, add_help=False)
    parser.add_argument('--size', type=int, default=3, help='one\ntwo')
    parser.add_argument('--name', type=str, help='the name')
    print(f'-- {kind.__name__}')
    parser.print_help()


def narrow(prog):
    return argparse.HelpFormatter(prog, max_help_position=10, width=40)


parser = argparse.ArgumentParser(prog='narrow', formatter_class=narrow)
parser.add_argument('--option', help='a help text that has to be broken into lines')
parser.print_help()
