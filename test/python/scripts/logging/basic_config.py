"""basicConfig sets the root logger up once; force begins anew; files take lines too."""
import io
import logging
import os
import sys
import tempfile

stream = io.StringIO()
logging.basicConfig(stream=stream, level=logging.INFO, format='%(levelname)s %(message)s')
logging.info('info')
logging.debug('debug')
logging.basicConfig(level=logging.DEBUG, format='ignored')
logging.getLogger('x').info('from x')
print(stream.getvalue())
logging.basicConfig(stream=sys.stdout, force=True)
logging.warning('default format')
os.chdir(tempfile.mkdtemp())
logging.basicConfig(filename='run.log', filemode='w', level='DEBUG', style='{', format='{message}', force=True)
logging.debug('to the file')
logging.error('and again: %s', [1, 2])
logging.basicConfig(handlers=[logging.StreamHandler(sys.stdout), logging.FileHandler('run.log')], force=True, level=20)
logging.info('both')
logging.shutdown()
print(open('run.log').read())
for wrong in ({'stream': 1, 'filename': 'x'}, {'handlers': [], 'stream': 1}, {'unknown': 1}, {'style': '!'}):
    try:
        logging.basicConfig(force=True, **wrong)
    except ValueError as error:
        print(error)
