"""Loggers in a tree: levels, handlers of those above, propagation."""
import logging
import sys

root = logging.getLogger()
out = logging.StreamHandler(sys.stdout)
out.setFormatter(logging.Formatter('root: %(name)s %(levelname)s %(message)s'))
root.addHandler(out)
app = logging.getLogger('app')
part = logging.getLogger('app.part')
print(root, app, part, part.parent is app, app.parent is root, logging.getLogger('app.part') is part)
print(app.level, app.getEffectiveLevel(), app.isEnabledFor(logging.INFO), part.hasHandlers())
part.info('not shown')
part.warning('shown %s', 1)
app.setLevel('DEBUG')
part.debug('now shown')
own = logging.StreamHandler(sys.stdout)
own.setFormatter(logging.Formatter('own: %(message)s'))
own.setLevel(logging.ERROR)
app.addHandler(own)
part.info('once')
part.error('twice')
app.propagate = False
part.critical('own alone')
logging.disable(logging.CRITICAL)
part.critical('nothing')
logging.disable(logging.NOTSET)
logging.addLevelName(25, 'NOTICE')
app.propagate = True
app.log(25, 'custom level')
print(logging.getLevelName(25), logging.getLevelName('NOTICE'), logging.getLevelName(3), logging.getLevelName('none'))
print(app.getChild('x').name, root.getChild('y').name, logging.getLevelNamesMapping()['WARN'])
for attempt in (lambda: app.setLevel('LOUD'), lambda: app.setLevel(1.5), lambda: logging.getLogger(3),
                lambda: app.log('x', 'y'), lambda: logging.setLoggerClass(int)):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
