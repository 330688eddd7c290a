"""Indices and slices count code points; strings are compared by them and repeated."""
text = 'aé😀中z'
print(len(text), text[2], text[-1], text[1:3], text[::-1], text[::2], text[-3:], text[10:], text[3:1], text[4:0:-2])
print([*text], list(enumerate(text))[2], text[True], 'ab' * 3, 3 * 'ab', 'ab' * 0, 'ab' * -1, 'a' + 'b')
print('a' < 'b', 'a' < 'B', '\uffff' < '😀', 'abc' < 'abd', 'ab' < 'abc', '' < 'a', 'é' > 'z', max('abz'), min('zab'), sorted('hello'))
print('a' == 'a', 'a' != 'b', 'a' == 1, 'é' == 'e\u0301', hash('a') == hash('a'), ord('😀'), chr(128512), ascii('é😀'), repr('it\'s "x"'))
print(repr('\x00\n\t\\\x7f\x80\xad\u200b\ud800\U000e0001'), repr("'"), repr('"'), str(b'x', 'ascii'), str(), str(1.0), str(None))
for call in (lambda: text[9], lambda: text['a'], lambda: text[1.0], lambda: 'a' + 1, lambda: 'a' * 'b', lambda: 'a' * 1.5, lambda: 'a' < 1,
             lambda: ord('ab'), lambda: chr(-1), lambda: chr(0x110000), lambda: text[::0], lambda: ord(b'ab'), lambda: str(b'x', 1), lambda: str('x', 'ascii'), lambda: -'a'):
    try:
        print(call())
    except (TypeError, ValueError, IndexError) as error:
        print(type(error).__name__, error)
