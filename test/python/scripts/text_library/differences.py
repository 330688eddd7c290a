"""difflib: how alike sequences are, and the differences of texts."""
import difflib

old = 'one\ntwo\nthree\nfour\nfive\n'.splitlines(keepends=True)
new = 'one\ntwo!\nthree\n4\nfive\nsix\n'.splitlines(keepends=True)
print(''.join(difflib.unified_diff(old, new, 'old.txt', 'new.txt', n=1)))
print(''.join(difflib.context_diff(old, new, 'old.txt', 'new.txt')))
delta = list(difflib.ndiff(old, new))
print(''.join(delta), ''.join(difflib.restore(delta, 1)) == ''.join(old))

matcher = difflib.SequenceMatcher(None, 'qabxcd', 'abycdf')
print(matcher.get_opcodes())
print(matcher.get_matching_blocks(), matcher.ratio(), matcher.quick_ratio(), matcher.real_quick_ratio())
print(difflib.SequenceMatcher(lambda c: c == ' ', ' abcd', 'abcd abcd').find_longest_match(0, 5, 0, 9))
print(difflib.SequenceMatcher(None, [1, 2, 3], [2, 3, 4]).ratio(), list(difflib.unified_diff(['a'], ['a'])))
