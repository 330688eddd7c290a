"""Formatting with %: every conversion, flags, widths from arguments, names, and errors."""
print('%d %i %u %5d|%-5d|%05d|%+d|% d' % (1, 2, 3, 4, 5, 6, 7, 8))
print('%x %X %#x %o %#o %c %c' % (255, 255, 255, 8, 8, 65, 'z'))
print('%f %.2f %e %E %g %G %.3g %8.3f|%-10.1e|%+.0f|%#.0f' % (1.5, 2.345, 12345.678, 1e-5, 1e10, 1e-10, 1234.5, 3.14159, 1e5, 2.5, 3))
print('%s %r %a %10s|%-6s|%.2s|%%' % ('é', 'é', 'é', 'right', 'left', 'cut'))
print('%(name)s is %(size)05.1f %(name)r' % {'name': 'x', 'size': 2.25}, '%*d|%-*d|%.*f' % (5, 1, 5, 2, 2, 3.14159))
print('%s' % (1,), '%s' % [1, 2], '%s %s' % ('a', None), '%d' % 3.99, '%d' % True, '%x' % -255, '%s' % {'a': 1})
print('%d' % 10**20, '%.3d' % 7, '%5.3d|' % 7, '%f' % float('inf'), '%05d' % -3, '%c' % '😀', '%i%%' % 5)


class Money:
    def __str__(self):
        return 'str'

    def __int__(self):
        return 12

    def __index__(self):
        return 13


print('%s %d %x' % (Money(), Money(), Money()))
for template, values in (('%d', 'a'), ('%d', (1, 2)), ('%d %d', 1), ('%z', 1), ('%', 1), ('%(a)d', 1), ('%(a)d', {}), ('%(a', {}), ('%c', 'ab'),
                         ('%c', -1), ('%x', 1.5), ('%f', 'a'), ('%*d', ('a', 1)), ('%s', ()), ('no', 1), ('%i', None), ('%c', 1.5)):
    try:
        print(template % values)
    except (TypeError, ValueError, KeyError, OverflowError) as error:
        print(repr(template), type(error).__name__, error)
