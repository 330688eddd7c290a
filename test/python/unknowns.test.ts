// What built-in functions and containers say about values that are not known: nothing that could
// be wrong.

import assert from 'node:assert/strict';
import { ModuleObject } from '../../src/python/values/callable.ts';
import { List } from '../../src/python/values/containers.ts';
import { intType } from '../../src/python/values/numbers.ts';
import type { Value } from '../../src/python/values/object.ts';
import { isUnknown, Unknown } from '../../src/python/values/unknown.ts';
import { runProgram } from './runProgram.ts';

function evaluate(expression: string): Value {
  const { outcome, vm } = runProgram('unknowns.py', `result = ${expression}\n`, {
    names: { u: new Unknown('a test'), n: new Unknown('a test', intType) },
  });
  assert.equal(outcome.kind, 'value', expression);
  const main = vm.modules.get('__main__');
  assert(main instanceof ModuleObject);
  return main.namespace.get('result') as Value;
}

describe('unknown values among known ones', () => {
  const unknown = [
    'u + 1',
    'max(u, 1)',
    'min([1, u])',
    'sum([1, u])',
    'abs(u)',
    'round(u)',
    'u in [1]',
    '1 in [u]',
    '[1, 2][u]',
    '(1, 2)[u]',
    '{1: 2}[u]',
    '{1: 2}.get(u)',
    'isinstance(u, int)',
    'any([u, 0])',
    'all([u, 1])',
    'hash(u)',
    'len(u)',
    'list(range(u))',
    '[1, u].count(1)',
    'set([u])',
    'callable(u)',
    'hasattr(u, "x")',
    'getattr(1, u)',
    '(1, u) == (1, 2)',
    '[u] < [1]',
    'divmod(u, 2)',
    'chr(u)',
    'dict(u)',
    'next(iter(u))',
    'u()',
    'u.attribute',
    'isinstance(n, str)',
    'u == u',
    'sorted(u)',
  ];
  for (const expression of unknown) {
    it(`${expression} is unknown`, () => assert(isUnknown(evaluate(expression))));
  }

  const known: Record<string, Value> = {
    'len([u, 1])': 2,
    '[u, 5][1]': 5,
    'any([u, 1])': true,
    'all([u, 0])': false,
    '1 in [1, u]': true,
    'isinstance(n, int)': true,
    'len(sorted([u, 1, 2]))': 3,
    'len((u,) * 3)': 3,
    'len({"k": u})': 1,
  };
  for (const [expression, value] of Object.entries(known)) {
    it(`${expression} is known`, () => assert.equal(evaluate(expression), value));
  }

  it('a list written at an unknown index keeps its length, not its items', () => {
    const list = evaluate('(lambda l: (l.__setitem__(u, 1), l)[1])([1, 2])');
    assert(list instanceof List);
    assert.equal(list.items.length, 2);
    assert(list.items.every((item) => isUnknown(item)));
  });

  it('leave a class as it was where a branch on one changed it', () => {
    const program = `
class Count:
    n = 0

class Other(Count):
    pass

if u:
    Count.n = 5
    seen = Other.n
else:
    seen = Other.n
after = Count.n
`;
    const { outcome, vm } = runProgram('unknowns.py', program, {
      kind: 'live',
      names: { u: new Unknown('a test') },
    });
    assert.equal(outcome.kind, 'value');
    const { namespace } = vm.modules.get('__main__') as ModuleObject;
    assert(isUnknown(namespace.get('seen') as Value));
    assert(isUnknown(namespace.get('after') as Value));
  });
});
