// Modules that are known to exist but that we may not have: the standard library of CPython 3.11, and
// packages that programs with networks commonly import. Importing one of them is "not supported yet";
// importing anything else is Python's own ModuleNotFoundError.

const STANDARD_LIBRARY = `
_imp _thread
abc aifc antigravity argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb
binascii bisect builtins bz2 cProfile calendar cgi cgitb chunk cmath cmd code codecs codeop
collections colorsys compileall concurrent configparser contextlib contextvars copy copyreg
crypt csv ctypes curses dataclasses datetime dbm decimal difflib dis distutils doctest email
encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib
functools gc genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac
html http idlelib imaplib imghdr imp importlib inspect io ipaddress itertools json keyword
lib2to3 linecache locale logging lzma mailbox mailcap marshal math mimetypes mmap
modulefinder msilib msvcrt multiprocessing netrc nis nntplib nt ntpath nturl2path numbers
opcode operator optparse os ossaudiodev pathlib pdb pickle pickletools pipes pkgutil
platform plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr
pydoc pydoc_data pyexpat queue quopri random re readline reprlib resource rlcompleter runpy
sched secrets select selectors shelve shlex shutil signal site smtpd smtplib sndhdr socket
socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string
stringprep struct subprocess sunau symtable sys sysconfig syslog tabnanny tarfile telnetlib
tempfile termios textwrap this threading time timeit tkinter token tokenize tomllib trace
traceback tracemalloc tty turtle turtledemo types typing unicodedata unittest urllib uu uuid
venv warnings wave weakref webbrowser winreg winsound wsgiref xdrlib xml xmlrpc zipapp
zipfile zipimport zlib zoneinfo`;

/** Modules inside of those packages. */
const STANDARD_SUBMODULES = `
os.path asyncio.base_events asyncio.base_futures asyncio.base_subprocess asyncio.base_tasks
asyncio.constants asyncio.coroutines asyncio.events asyncio.exceptions asyncio.format_helpers
asyncio.futures asyncio.locks asyncio.log asyncio.mixins asyncio.proactor_events asyncio.protocols
asyncio.queues asyncio.runners asyncio.selector_events asyncio.sslproto asyncio.staggered
asyncio.streams asyncio.subprocess asyncio.taskgroups asyncio.tasks asyncio.threads asyncio.timeouts
asyncio.transports asyncio.trsock asyncio.unix_events asyncio.windows_events asyncio.windows_utils
collections.abc concurrent.futures concurrent.futures.process concurrent.futures.thread ctypes.util
ctypes.wintypes curses.ascii curses.has_key curses.panel curses.textpad dbm.dumb dbm.gnu dbm.ndbm
distutils.archive_util distutils.bcppcompiler distutils.ccompiler distutils.cmd distutils.command
distutils.command.bdist distutils.command.bdist_dumb distutils.command.bdist_rpm
distutils.command.build distutils.command.build_clib distutils.command.build_ext
distutils.command.build_py distutils.command.build_scripts distutils.command.check
distutils.command.clean distutils.command.config distutils.command.install
distutils.command.install_data distutils.command.install_egg_info distutils.command.install_headers
distutils.command.install_lib distutils.command.install_scripts distutils.command.register
distutils.command.sdist distutils.command.upload distutils.config distutils.core
distutils.cygwinccompiler distutils.debug distutils.dep_util distutils.dir_util distutils.dist
distutils.errors distutils.extension distutils.fancy_getopt distutils.file_util distutils.filelist
distutils.log distutils.msvc9compiler distutils.msvccompiler distutils.spawn distutils.sysconfig
distutils.text_file distutils.unixccompiler distutils.util distutils.version
distutils.versionpredicate email.base64mime email.charset email.contentmanager email.encoders
email.errors email.feedparser email.generator email.header email.headerregistry email.iterators
email.message email.mime email.mime.application email.mime.audio email.mime.base email.mime.image
email.mime.message email.mime.multipart email.mime.nonmultipart email.mime.text email.parser
email.policy email.quoprimime email.utils html.entities html.parser http.client http.cookiejar
http.cookies http.server importlib.abc importlib.machinery importlib.metadata importlib.readers
importlib.resources importlib.resources.abc importlib.resources.readers importlib.resources.simple
importlib.simple importlib.util json.decoder json.encoder json.scanner json.tool logging.config
logging.handlers multiprocessing.connection multiprocessing.context multiprocessing.dummy
multiprocessing.dummy.connection multiprocessing.forkserver multiprocessing.heap
multiprocessing.managers multiprocessing.pool multiprocessing.popen_fork
multiprocessing.popen_forkserver multiprocessing.popen_spawn_posix multiprocessing.popen_spawn_win32
multiprocessing.process multiprocessing.queues multiprocessing.reduction
multiprocessing.resource_sharer multiprocessing.resource_tracker multiprocessing.shared_memory
multiprocessing.sharedctypes multiprocessing.spawn multiprocessing.synchronize multiprocessing.util
sqlite3.dbapi2 sqlite3.dump unittest.async_case unittest.case unittest.loader unittest.main
unittest.mock unittest.result unittest.runner unittest.signals unittest.suite unittest.util
urllib.error urllib.parse urllib.request urllib.response urllib.robotparser xml.dom
xml.dom.NodeFilter xml.dom.domreg xml.dom.expatbuilder xml.dom.minicompat xml.dom.minidom
xml.dom.pulldom xml.dom.xmlbuilder xml.etree xml.etree.ElementInclude xml.etree.ElementPath
xml.etree.ElementTree xml.etree.cElementTree xml.parsers xml.parsers.expat xml.sax
xml.sax.expatreader xml.sax.handler xml.sax.saxutils xml.sax.xmlreader xmlrpc.client xmlrpc.server`;

const PACKAGES = `
IPython PIL absl accelerate albumentations apex beartype bitsandbytes click clip cupy cv2
datasets deepspeed detectron2 dgl diffusers einops fairscale fairseq fire flash_attn flax
fvcore gensim gym gymnasium h5py huggingface_hub hydra imageio iopath ipywidgets jax
jaxtyping joblib jsonargparse keras kornia librosa lightning lmdb loguru matplotlib
ml_collections mmcv mmdet monai mpl_toolkits networkx nltk numba numpy omegaconf onnx
onnxruntime open_clip opt_einsum packaging pandas peft plotly psutil ptflops pycocotools
pydantic pytest pytorch_lightning requests rich safetensors scipy seaborn
segmentation_models_pytorch sentencepiece skimage sklearn soundfile spacy tabulate
tensorboard tensorboardX tensorflow termcolor thop timm tokenizers torch_geometric
torchaudio torchinfo torchmetrics torchsummary torchtext torchtyping torchvision tqdm
transformers triton typing_extensions wandb xformers yaml`;

/** Accelerators that need a GPU and a compiler: programs that try to import them go on without. */
const OPTIONAL = `
apex bitsandbytes cupy deepspeed fairscale flash_attn triton xformers`;

/** Packages of those that are Python throughout: read as source where they are installed. */
const READ_AS_SOURCE = `
albumentations beartype click detectron2 einops fairseq fire fvcore hydra iopath jaxtyping
jsonargparse kornia lightning ml_collections mmcv mmdet omegaconf opt_einsum packaging ptflops
pytorch_lightning segmentation_models_pytorch tabulate termcolor thop timm torchinfo
torchmetrics torchsummary torchtyping torchvision transformers yaml`;

const words = (text: string): string[] => text.trim().split(/\s+/);

const standard = new Set(words(STANDARD_LIBRARY));
const standardSubmodules = new Set(words(STANDARD_SUBMODULES));
const packages = new Set(words(PACKAGES));
const optional = new Set(words(OPTIONAL));
const readAsSource = new Set(words(READ_AS_SOURCE));

export function isOptionalModule(name: string): boolean {
  return optional.has(name.split('.', 1)[0] as string);
}

/** Whether an installed package is mostly compiled code: it stays opaque. */
export function isOpaquePackage(name: string): boolean {
  return packages.has(name) && !readAsSource.has(name);
}

/** Whether a module of this full name is known to exist, or may. */
export function isKnownModule(name: string): boolean {
  const top = name.split('.', 1)[0] as string;
  if (packages.has(top)) return true;
  if (top === name) return standard.has(name);
  return name.startsWith('encodings.') || standardSubmodules.has(name);
}
