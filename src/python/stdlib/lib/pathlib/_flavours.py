"""How paths are written: with slashes, or as Windows has it, with drives and shares."""


class _Posix:
    sep = '/'
    altsep = ''
    separators = '/'
    has_drives = False

    def parse_parts(self, texts):
        """Drive, root and parts of texts that are joined; an absolute one begins anew."""
        root, names = '', []
        for text in texts:
            if text.startswith('/'):
                root = '//' if text.startswith('//') and not text.startswith('///') else '/'
                names = []
            names += [name for name in text.split('/') if name and name != '.']
        return '', root, [root] + names if root else names

    def joined(self, first, second):
        if second[1]:
            return second
        return first[0], first[1], first[2] + second[2]

    def join(self, drive, root, parts):
        return root + '/'.join(parts[1:]) if root else '/'.join(parts)

    def case(self, text):
        return text

    def cased(self, parts):
        return parts

    def is_reserved(self, parts):
        return False

    def uri(self, path):
        return 'file://' + _quoted(bytes(path))


_SAFE = frozenset(b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~/')


def _quoted(data):
    return ''.join(chr(byte) if byte in _SAFE else f'%{byte:02X}' for byte in data)


class _Windows:
    sep = '\\'
    altsep = '/'
    separators = '\\/'
    has_drives = True

    def split(self, text):
        """Drive, root, and the rest of one text."""
        text = text.replace('/', '\\')
        if text[:2] == '\\\\' and text[2:3] not in ('', '\\'):
            server = text.find('\\', 2)
            if server > 0 and text[server + 1 : server + 2] != '\\':
                share = text.find('\\', server + 1)
                if share < 0:
                    share = len(text)
                if share > server + 1:
                    return text[:share], '\\', text[share:].lstrip('\\')
        drive = text[:2] if text[1:2] == ':' and text[:1].isalpha() and text[:1].isascii() else ''
        rest = text[len(drive) :]
        root = '\\' if rest.startswith('\\') else ''
        return drive, root, rest.lstrip('\\')

    def parse_parts(self, texts):
        made = ('', '', [])
        for text in texts:
            if text:
                drive, root, rest = self.split(text)
                names = [name for name in rest.split('\\') if name and name != '.']
                anchor = [drive + root] if drive or root else []
                made = self.joined(made, (drive, root, anchor + names))
        return made

    def joined(self, first, second):
        drive, root, parts = second
        if root:
            if not drive and first[0]:
                return first[0], root, [first[0] + root] + parts[1:]
            return second
        if drive:
            if drive == first[0] or drive.lower() == first[0].lower():
                return drive, first[1], [drive + first[1]] + first[2][1:] + parts[1:]
            return second
        return first[0], first[1], first[2] + parts

    def join(self, drive, root, parts):
        return drive + root + '\\'.join(parts[1:]) if drive or root else '\\'.join(parts)

    def case(self, text):
        return text.lower()

    def cased(self, parts):
        return [part.lower() for part in parts]

    def is_reserved(self, parts):
        if not parts or parts[0].startswith('\\\\'):
            return False
        name = parts[-1].partition('.')[0].partition(':')[0].rstrip(' ').upper()
        if name in ('CON', 'PRN', 'AUX', 'NUL', 'CONIN$', 'CONOUT$'):
            return True
        return name[:3] in ('COM', 'LPT') and len(name) == 4 and name[3] in '123456789\xb9\xb2\xb3'

    def uri(self, path):
        drive = path.drive
        if len(drive) == 2 and drive[1] == ':':
            return 'file:///' + drive + _quoted(path.as_posix()[2:].encode())
        return 'file:' + _quoted(path.as_posix().encode())


POSIX = _Posix()
WINDOWS = _Windows()
