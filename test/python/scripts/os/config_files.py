"""configparser: sections of options, defaults, interpolation, and writing them back."""
import configparser
import io

text = '''
[DEFAULT]
base = /data
debug = no

; a comment
[paths]
Root = %(base)s/sets
names = one
    two

    three
empty =
[train]
rate: 0.1
epochs = 5
debug = on
'''
config = configparser.ConfigParser()
config.read_string(text)
print(config.sections(), 'paths' in config, 'DEFAULT' in config, len(config), list(config))
print(config['paths']['root'], repr(config['paths']['names']), repr(config.get('paths', 'empty')), config.get('paths', 'root', raw=True))
train = config['train']
print(train.getfloat('rate'), train.getint('epochs'), train.getboolean('debug'), config.getboolean('paths', 'debug'), train)
print(train.get('none'), train.get('none', 'fallback'), config.getint('train', 'none', fallback=3), list(train), dict(train))
print(config.options('train'), config.items('paths'), config.has_option('train', 'BASE'))
config['new'] = {'a': 1, 'b': 'two'}
config.set('new', 'c', '%%')
config.add_section('last')
config.remove_option('new', 'a')
out = io.StringIO()
config.write(out)
print(out.getvalue())
print(config.read('/not/there.ini'), config.remove_section('last'), config.remove_section('last'))
extended = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
extended.read_dict({'a': {'x': '1'}, 'b': {'y': '${a:x}2', 'z': '${y}3$$'}})
print(extended['b']['z'])
raw = configparser.RawConfigParser(allow_no_value=True, delimiters=('=',), inline_comment_prefixes=('#',))
raw.optionxform = str
raw.read_string('[s]\nKey\nOther = %(x)s # note\n')
print(raw.items('s'))
for attempt in (lambda: config['none'], lambda: config.get('none', 'a'), lambda: config.get('train', 'none'),
                lambda: config.add_section('train'), lambda: config.add_section('DEFAULT'), lambda: config.set('train', 'a', 1),
                lambda: config.read_string('a = 1'), lambda: config.read_string('[x]\n[x]\n'), lambda: config.read_string('[y]\na=1\na=2'),
                lambda: config.read_string('[z]\nno delimiter\n'), lambda: train.getint('rate'), lambda: config.getboolean('train', 'rate'),
                lambda: config.set('train', 'a', '%') , lambda: config.read_string('[i]\nv=%(none)s') or config['i']['v']):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
