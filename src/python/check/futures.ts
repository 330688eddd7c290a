// `from __future__ import`: what it may name, and where it may stand.
//
// https://docs.python.org/3.11/reference/simple_stmts.html#future-statements

import type * as ast from '../syntax.ts';
import type { Misplaced } from './placement.ts';

const features = new Set(
  (
    'nested_scopes generators division absolute_import with_statement print_function ' +
    'unicode_literals barry_as_FLUFL generator_stop annotations'
  ).split(' '),
);

export function isFutureImport(node: ast.Node): node is ast.ImportFrom {
  return node.kind === 'ImportFrom' && node.module === '__future__' && node.level === 0;
}

/** The future imports with which a module begins, after its docstring. */
export function leadingFutures({ body }: ast.Module): ReadonlySet<ast.Node> {
  const found = new Set<ast.Node>();
  for (const [i, statement] of body.entries()) {
    if (isFutureImport(statement)) found.add(statement);
    else if (i > 0 || !isText(statement)) break;
  }
  return found;
}

function isText(node: ast.Statement): boolean {
  return node.kind === 'Expr' && node.value.kind === 'Constant' && node.value.value.type === 'str';
}

/** The first name that is no feature. */
export function futureError(leading: ReadonlySet<ast.Node>): Misplaced | null {
  for (const statement of leading) {
    if (!isFutureImport(statement)) continue;
    for (const { name } of statement.names) {
      const { span } = statement;
      if (name === 'braces') return { message: 'not a chance', span };
      if (!features.has(name)) {
        return { message: `future feature ${name} is not defined`, span };
      }
    }
  }
  return null;
}
