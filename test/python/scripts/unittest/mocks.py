"""Mocks remember how they were called; patches put something in the place of another for a while."""
from unittest import mock
from unittest.mock import Mock, MagicMock, patch, call, ANY, sentinel
m = Mock(return_value=3)
print(m(1, b=2), m.called, m.call_args, m.call_args_list, m.mock_calls)
m.assert_called_with(1, b=2)
try: m.assert_called_with(2)
except AssertionError as e: print(e)
m.foo.bar(5)
print(m.mock_calls, m.method_calls)
mm = MagicMock()
print(len(mm), bool(mm), list(mm), mm[3] is not None, int(mm))
mm.__len__.return_value = 7 if False else 0
mm.__getitem__.return_value = 9 if hasattr(mm, 'x') else 9
import os
with patch('os.getcwd', return_value='/x') as g:
    print(os.getcwd(), g.call_count)
@patch.object(os, 'sep', '!')
def f(): return os.sep
print(f(), os.sep)
e = Mock(side_effect=ValueError('no'))
try: e()
except ValueError as x: print(x)
it = Mock(side_effect=[1, 2])
print(it(), it())
print(call(1, a=2), call.x(3), ANY == 5, sentinel.a)
d = {'a': 1}
with patch.dict(d, b=2): print(d)
print(d)
s = Mock(spec=['x'])
try: s.y
except AttributeError as x: print(x)
