from typing import *
from typing import _Alias, _Form, _union
