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

const known = new Set(`${STANDARD_LIBRARY} ${PACKAGES}`.trim().split(/\s+/));

/** Whether a top-level module of this name is known to exist. */
export function isKnownModule(name: string): boolean {
  return known.has(name);
}
