"""What each assertion says where it does not hold."""
import unittest


class Case(unittest.TestCase):
    maxDiff = None

    def runTest(self):
        pass


case = Case()
attempts = [
    lambda: case.assertEqual(1, 2),
    lambda: case.assertEqual('a', 'a', 'same'),
    lambda: case.assertEqual(1, 2, 'numbers'),
    lambda: case.assertNotEqual(1, 1),
    lambda: case.assertTrue([]),
    lambda: case.assertFalse([0]),
    lambda: case.assertIs(None, 0),
    lambda: case.assertIsNot(None, None),
    lambda: case.assertIsNone(3),
    lambda: case.assertIsNotNone(None),
    lambda: case.assertIn('x', 'abc'),
    lambda: case.assertNotIn('a', 'abc'),
    lambda: case.assertIsInstance(1, str),
    lambda: case.assertNotIsInstance(1, int),
    lambda: case.assertAlmostEqual(1.0, 1.1),
    lambda: case.assertAlmostEqual(1.0, 1.1, places=0),
    lambda: case.assertAlmostEqual(1, 3, delta=1),
    lambda: case.assertNotAlmostEqual(1.0, 1.0),
    lambda: case.assertGreater(1, 2),
    lambda: case.assertGreaterEqual(1, 2),
    lambda: case.assertLess(2, 1),
    lambda: case.assertLessEqual(2, 1),
    lambda: case.assertRegex('abc', 'x+'),
    lambda: case.assertNotRegex('abc', 'b'),
    lambda: case.assertCountEqual([1, 2, 2], [2, 1]),
    lambda: case.assertCountEqual([1, 2, 2], [2, 1, 2]),
    lambda: case.assertSetEqual({1}, {2}),
    lambda: case.assertRaises(ValueError, lambda: 1),
    lambda: case.assertRaises(TypeError, int, 'x'),
    lambda: case.assertRaises(5),
    lambda: case.assertRaisesRegex(ValueError, '^nothing', int, 'x'),
    lambda: case.fail('on purpose'),
    lambda: case.skipTest('why not'),
]
for number, attempt in enumerate(attempts):
    try:
        attempt()
    except Exception as e:
        print(number, type(e).__name__, e)
    else:
        print(number, 'holds')
