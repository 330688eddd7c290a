// The nodes directly inside a node of the syntax tree, in the order of CPython's fields. Trees are
// walked several times for each text: a table of fields is four times as fast as looking at all
// values of an object.

import type * as ast from './syntax.ts';

export function childrenOf(node: ast.Node): readonly ast.Node[] {
  const fields = childFields[node.kind];
  if (fields.length === 0) return none;
  const found: ast.Node[] = [];
  for (const field of fields) {
    const value = (node as unknown as Readonly<Record<string, Field>>)[field];
    if (value === null || value === undefined) continue;
    if ('kind' in value) found.push(value);
    else for (const item of value) if (item !== null) found.push(item);
  }
  return found;
}

type Field = ast.Node | readonly (ast.Node | null)[] | null | undefined;

const none: readonly ast.Node[] = [];

const childFields: Readonly<Record<ast.Node['kind'], readonly string[]>> = {
  Module: ['body'],
  FunctionDef: ['args', 'body', 'decorator_list', 'returns', 'type_params'],
  AsyncFunctionDef: ['args', 'body', 'decorator_list', 'returns', 'type_params'],
  ClassDef: ['bases', 'keywords', 'body', 'decorator_list', 'type_params'],
  Return: ['value'],
  Delete: ['targets'],
  Assign: ['targets', 'value'],
  TypeAlias: ['name', 'type_params', 'value'],
  AugAssign: ['target', 'value'],
  AnnAssign: ['target', 'annotation', 'value'],
  For: ['target', 'iter', 'body', 'orelse'],
  AsyncFor: ['target', 'iter', 'body', 'orelse'],
  While: ['test', 'body', 'orelse'],
  If: ['test', 'body', 'orelse'],
  With: ['items', 'body'],
  AsyncWith: ['items', 'body'],
  withitem: ['context_expr', 'optional_vars'],
  Match: ['subject', 'cases'],
  match_case: ['pattern', 'guard', 'body'],
  Raise: ['exc', 'cause'],
  Try: ['body', 'handlers', 'orelse', 'finalbody'],
  TryStar: ['body', 'handlers', 'orelse', 'finalbody'],
  ExceptHandler: ['type', 'body'],
  Assert: ['test', 'msg'],
  Import: ['names'],
  ImportFrom: ['names'],
  alias: [],
  Global: [],
  Nonlocal: [],
  Expr: ['value'],
  Pass: [],
  Break: [],
  Continue: [],
  BoolOp: ['values'],
  NamedExpr: ['target', 'value'],
  BinOp: ['left', 'right'],
  UnaryOp: ['operand'],
  Lambda: ['args', 'body'],
  IfExp: ['test', 'body', 'orelse'],
  Dict: ['keys', 'values'],
  Set: ['elts'],
  comprehension: ['target', 'iter', 'ifs'],
  ListComp: ['elt', 'generators'],
  SetComp: ['elt', 'generators'],
  GeneratorExp: ['elt', 'generators'],
  DictComp: ['key', 'value', 'generators'],
  Await: ['value'],
  Yield: ['value'],
  YieldFrom: ['value'],
  Compare: ['left', 'comparators'],
  Call: ['func', 'args', 'keywords'],
  keyword: ['value'],
  FormattedValue: ['value', 'format_spec'],
  JoinedStr: ['values'],
  Constant: [],
  Attribute: ['value'],
  Subscript: ['value', 'slice'],
  Starred: ['value'],
  Name: [],
  List: ['elts'],
  Tuple: ['elts'],
  Slice: ['lower', 'upper', 'step'],
  arguments: ['posonlyargs', 'args', 'vararg', 'kwonlyargs', 'kw_defaults', 'kwarg', 'defaults'],
  arg: ['annotation'],
  TypeVar: ['bound', 'default_value'],
  ParamSpec: ['bound', 'default_value'],
  TypeVarTuple: ['bound', 'default_value'],
  MatchValue: ['value'],
  MatchSingleton: [],
  MatchSequence: ['patterns'],
  MatchMapping: ['keys', 'patterns'],
  MatchClass: ['cls', 'patterns', 'kwd_patterns'],
  MatchStar: [],
  MatchAs: ['pattern'],
  MatchOr: ['patterns'],
};
