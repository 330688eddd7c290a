// Statements to instructions. Between statements the stack holds what enclosing loops, `with`
// statements and handlers keep there: `depth` counts it.

import { unreachable } from '../../base/invariant.ts';
import type { Span } from '../../base/span.ts';
import { binaryOperators } from '../evaluate/code.ts';
import { childrenOf } from '../children.ts';
import type * as ast from '../syntax.ts';
import type { Builder } from './builder.ts';
import { type Block, Label, Op } from './builder.ts';
import {
  emitAsyncNext,
  emitLoad,
  lowerAnnotation,
  lowerExpression,
  lowerKeywords,
  lowerList,
  lowerTest,
  loadNone,
  makeFunction,
} from './expression.ts';
import { nestedCode } from './lower.ts';
import { lowerMatch } from './match.ts';
import { emitStore, lowerAssignTarget, lowerDelete, lowerStore, observeBase } from './target.ts';
import { lowerTry } from './try.ts';
import { leaveBlocks, lowerWith } from './with.ts';

export function lowerStatements(b: Builder, body: readonly ast.Statement[]): void {
  for (const statement of body) {
    const outer = b.statement;
    b.statement = statement.span;
    lowerStatement(b, statement);
    b.statement = outer;
  }
}

function lowerStatement(b: Builder, s: ast.Statement): void {
  switch (s.kind) {
    case 'Expr':
      if (b.module.interactive && b.code.kind === 'module') return lowerShown(b, s);
      lowerExpression(b, s.value);
      b.emit(Op.Pop, 0, s.span);
      return observeInPlace(b, s.value);
    case 'Assign':
      lowerExpression(b, s.value);
      for (const [i, target] of s.targets.entries()) {
        if (i < s.targets.length - 1) b.emit(Op.Copy, 1, s.span);
        lowerAssignTarget(b, target);
      }
      return;
    case 'AugAssign':
      return lowerAugmented(b, s);
    case 'AnnAssign':
      return lowerAnnotated(b, s);
    case 'Return':
      return lowerReturn(b, s);
    case 'If':
      return lowerIf(b, s);
    case 'For':
    case 'AsyncFor':
      return lowerFor(b, s);
    case 'While':
      return lowerWhile(b, s);
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      return lowerFunction(b, s);
    case 'ClassDef':
      return lowerClass(b, s);
    case 'Try':
    case 'TryStar':
      return lowerTry(b, s);
    case 'With':
    case 'AsyncWith':
      return lowerWith(b, s, 0);
    case 'Match':
      return lowerMatch(b, s);
    case 'Import':
      return lowerImport(b, s);
    case 'ImportFrom':
      return lowerImportFrom(b, s);
    case 'Raise':
      if (s.exc) lowerExpression(b, s.exc);
      if (s.cause) lowerExpression(b, s.cause);
      b.emit(Op.Raise, s.cause ? 2 : s.exc ? 1 : 0, s.span);
      return;
    case 'Assert':
      return lowerAssert(b, s);
    case 'Delete':
      for (const target of s.targets) lowerDelete(b, target);
      return;
    case 'Break':
    case 'Continue':
      return lowerJump(b, s.kind, s.span);
    case 'TypeAlias':
      loadNone(b, s.span);
      return lowerStore(b, s.name);
    case 'Pass':
      b.emit(Op.Nop, 0, s.span);
      return;
    case 'Global':
    case 'Nonlocal':
      return;
    default:
      return unreachable(s);
  }
}

/** `x.add_(…)` as a statement changes `x`; so does each link of `x.mul_(2).add_(1)`. */
function observeInPlace(b: Builder, e: ast.Expression): void {
  let call = e;
  while (call.kind === 'Call' && call.func.kind === 'Attribute') {
    const { attr, value } = call.func;
    if (!attr.endsWith('_') || attr.startsWith('_')) return;
    if (value.kind !== 'Call') observeBase(b, value);
    call = value;
  }
}

function lowerAugmented(b: Builder, s: ast.AugAssign): void {
  const { target, span } = s;
  const operator = binaryOperators.indexOf(s.op);
  if (target.kind === 'Name') {
    emitLoad(b, target.id, target.span);
    lowerExpression(b, s.value);
    b.emit(Op.Inplace, operator, span);
    return lowerAssignTarget(b, target);
  }
  lowerExpression(b, target.value);
  if (target.kind === 'Attribute') {
    b.emit(Op.Copy, 1, target.span);
    b.emit(Op.LoadAttr, b.name(b.mangled(target.attr)), target.span);
    lowerExpression(b, s.value);
    b.emit(Op.Inplace, operator, span);
    b.emit(Op.Swap, 2, span);
    b.emit(Op.StoreAttr, b.name(b.mangled(target.attr)), target.span);
  } else {
    lowerExpression(b, target.slice);
    b.emit(Op.Copy, 2, target.span);
    b.emit(Op.Copy, 2, target.span);
    b.emit(Op.LoadItem, 0, target.span);
    lowerExpression(b, s.value);
    b.emit(Op.Inplace, operator, span);
    // value on top of container and index: bring it below both.
    b.emit(Op.RotateThree, 0, span);
    b.emit(Op.StoreItem, 0, target.span);
  }
  observeBase(b, target);
}

function lowerAnnotated(b: Builder, s: ast.AnnAssign): void {
  if (s.value) {
    lowerExpression(b, s.value);
    lowerAssignTarget(b, s.target);
  } else if (s.target.kind !== 'Name') {
    lowerPlace(b, s.target);
  }
  if (b.scope.isFunction()) return;
  if (!s.simple || s.target.kind !== 'Name') {
    // Complex targets have their annotation evaluated, but kept nowhere.
    if (b.module.textAnnotations) return;
    lowerExpression(b, s.annotation);
    b.emit(Op.Pop, 0, s.span);
    return;
  }
  lowerAnnotation(b, s.annotation);
  b.emit(Op.LoadName, b.name('__annotations__'), s.span);
  const key = b.mangled(s.target.id);
  b.emit(Op.LoadConst, b.constant(key, `str:${key}`), s.span);
  b.emit(Op.StoreItem, 0, s.span);
}

/** `a.b: int` and `a[b]: int` evaluate what the target is made of. */
function lowerPlace(b: Builder, target: ast.Attribute | ast.Subscript): void {
  const parts = target.kind === 'Attribute' ? [target.value] : [target.value, target.slice];
  for (const part of parts) {
    lowerExpression(b, part);
    b.emit(Op.Pop, 0, target.span);
  }
}

function lowerReturn(b: Builder, s: ast.Return): void {
  if (s.value) lowerExpression(b, s.value);
  else loadNone(b, s.span);
  if (b.module.observe !== 'nothing') {
    const { observations } = b.code;
    const span = s.value?.span ?? s.span;
    observations.push({ kind: 'return', name: '<return>', span, statement: s.span, path: [] });
    b.emit(Op.Observe, observations.length - 1, s.span);
  }
  leaveBlocks(b, 0, true, s.span);
  b.emit(Op.Return, 0, s.span);
}

function lowerIf(b: Builder, s: ast.If): void {
  const otherwise = new Label();
  const end = new Label();
  lowerCondition(b, s, otherwise, end);
  lowerStatements(b, s.body);
  if (s.orelse.length > 0) b.jump(Op.Jump, end, s.span);
  b.place(otherwise);
  lowerStatements(b, s.orelse);
  b.place(end);
  b.emit(Op.Join, 0, s.test.span);
}

/** Jumps to `otherwise` where the test is false; `not` and `and` need no value of their own. */
function lowerCondition(b: Builder, { test, span }: ast.If, otherwise: Label, end: Label): void {
  if (test.kind === 'UnaryOp' && test.op === 'Not') {
    const place = lowerTest(b, test.operand, span);
    b.joinAt(b.jump(Op.JumpIfTrue, otherwise, place), end);
    return;
  }
  const place = lowerTest(b, test, span);
  b.joinAt(b.jump(Op.JumpIfFalse, otherwise, place), end);
}

function lowerFor(b: Builder, s: ast.For): void {
  lowerExpression(b, s.iter);
  const isAsync = s.kind === 'AsyncFor';
  b.emit(isAsync ? Op.GetAsyncIter : Op.GetIter, 0, s.span);
  const next = new Label();
  const exhausted = new Label();
  const exit = new Label();
  const loop = openLoop(b, s, 'for');
  b.place(next);
  if (isAsync) emitAsyncNext(b, s.span);
  else b.jump(Op.ForIter, exhausted, s.span);
  b.jump(Op.ForTest, exhausted, s.span);
  b.blocks.push({ kind: 'loop', exit, next, iterator: true });
  b.depth++;
  lowerAssignTarget(b, s.target);
  lowerStatements(b, s.body);
  b.emit(Op.LoopHead, loop, s.span);
  b.jump(Op.JumpBack, next, s.span);
  b.depth--;
  b.blocks.pop();
  b.place(exhausted);
  lowerStatements(b, s.orelse);
  b.place(exit);
  closeLoop(b, loop, exit);
}

function lowerWhile(b: Builder, s: ast.While): void {
  const next = new Label();
  const otherwise = new Label();
  const exit = new Label();
  const loop = openLoop(b, s, 'while');
  b.place(next);
  const always = s.test.kind === 'Constant' && s.test.value.type === 'bool' && s.test.value.value;
  if (!always) {
    const place = lowerTest(b, s.test, s.span);
    b.joinAt(b.jump(Op.JumpIfFalse, otherwise, place), exit);
  }
  b.blocks.push({ kind: 'loop', exit, next, iterator: false });
  lowerStatements(b, s.body);
  b.emit(Op.LoopHead, loop, s.span);
  b.jump(Op.JumpBack, next, s.span);
  b.blocks.pop();
  b.place(otherwise);
  lowerStatements(b, s.orelse);
  b.place(exit);
  closeLoop(b, loop, exit);
}

function openLoop(b: Builder, s: ast.For | ast.While, kind: 'for' | 'while'): number {
  const rebinds = [...reboundNames(s)].map((name) => b.mangled(name));
  const index = b.code.loops.length;
  const start = b.emit(Op.LoopStart, index, s.span);
  b.code.loops.push({ span: s.span, start, end: -1, depth: b.depth, rebinds, kind });
  return index;
}

function closeLoop(b: Builder, loop: number, exit: Label): void {
  const record = b.code.loops[loop];
  if (record) record.end = exit.index;
  b.emit(Op.Join, 0, record?.span ?? b.code.span);
}

/** The names that a loop's target and body bind, nested functions' own ones left out. */
function reboundNames(s: ast.For | ast.While): Set<string> {
  const names = new Set<string>();
  const visit = (node: ast.Node): void => {
    const name = boundBy(node);
    if (name !== null) names.add(name);
    if (!opensScope.has(node.kind)) childrenOf(node).forEach(visit);
  };
  s.body.forEach(visit);
  if (s.kind !== 'While') visit(s.target);
  return names;
}

function boundBy(node: ast.Node): string | null {
  switch (node.kind) {
    case 'Name':
      return node.ctx === 'Load' ? null : node.id;
    case 'FunctionDef':
    case 'AsyncFunctionDef':
    case 'ClassDef':
    case 'ExceptHandler':
    case 'MatchAs':
    case 'MatchStar':
      return node.name;
    case 'MatchMapping':
      return node.rest;
    case 'alias':
      return node.asname ?? (node.name.split('.')[0] as string);
    default:
      return null;
  }
}

const opensScope = new Set<ast.Node['kind']>([
  'FunctionDef',
  'AsyncFunctionDef',
  'ClassDef',
  'Lambda',
]);

function lowerJump(b: Builder, kind: 'Break' | 'Continue', span: Span): void {
  const index = b.blocks.findLastIndex((block) => block.kind === 'loop');
  const loop = b.blocks[index] as Extract<Block, { kind: 'loop' }> | undefined;
  if (!loop) return; // refused by the checker
  leaveBlocks(b, index + 1, false, span);
  if (kind === 'Break' && loop.iterator) b.emit(Op.Pop, 0, span);
  if (kind === 'Break') b.jump(Op.Jump, loop.exit, span);
  else b.jump(Op.JumpBack, loop.next, span);
}

function lowerAssert(b: Builder, s: ast.Assert): void {
  const end = new Label();
  const jump = lowerTest(b, s.test, s.span);
  b.joinAt(b.jump(Op.JumpIfTrue, end, jump), end);
  const place = lastComparison(s.test) ?? s.span;
  b.emit(Op.LoadAssertionError, 0, place);
  if (s.msg) {
    b.emit(Op.PushNull, 0, place);
    lowerExpression(b, s.msg);
    b.emit(Op.Call, 1, place);
  }
  b.emit(Op.Raise, 1, place);
  b.place(end);
  b.emit(Op.Join, 0, s.test.span);
}

/** CPython shows a failed assertion at the last comparison that the test branches on. */
function lastComparison(test: ast.Expression): Span | null {
  if (test.kind === 'Compare') return test.span;
  if (test.kind === 'UnaryOp' && test.op === 'Not') return lastComparison(test.operand);
  if (test.kind !== 'BoolOp') return null;
  return test.values.reduce<Span | null>((last, value) => lastComparison(value) ?? last, null);
}

function lowerFunction(b: Builder, s: ast.FunctionDef): void {
  for (const d of s.decorator_list) {
    lowerExpression(b, d);
    b.emit(Op.PushNull, 0, d.span);
  }
  const code = nestedCode(b, { kind: 'function', node: s }, s.name);
  const { args } = s;
  const annotated = [
    ...args.args,
    ...args.posonlyargs,
    args.vararg,
    ...args.kwonlyargs,
    args.kwarg,
  ];
  const annotations = annotated.flatMap((a) =>
    a?.annotation ? [{ name: b.mangled(a.arg), value: a.annotation }] : [],
  );
  if (s.returns) annotations.push({ name: 'return', value: s.returns });
  makeFunction(b, code, s.args, s.type_params.length > 0 ? null : annotations, s.nameSpan);
  for (const d of [...s.decorator_list].reverse()) b.emit(Op.Call, 1, d.span);
  emitStore(b, s.name, s.nameSpan);
}

function lowerClass(b: Builder, s: ast.ClassDef): void {
  for (const d of s.decorator_list) {
    lowerExpression(b, d);
    b.emit(Op.PushNull, 0, d.span);
  }
  const code = nestedCode(b, { kind: 'class', node: s }, s.name);
  makeFunction(b, code, null, null, s.nameSpan);
  lowerList(b, s.bases, s.span);
  lowerKeywords(b, s.keywords, s.span);
  b.emit(Op.MakeClass, b.name(s.name), s.span);
  for (const d of [...s.decorator_list].reverse()) b.emit(Op.Call, 1, d.span);
  emitStore(b, s.name, s.nameSpan);
}

/** `sys.displayhook(value)` */
function lowerShown(b: Builder, s: ast.ExprStatement): void {
  b.emit(Op.LoadConst, b.constant(0, 'int:0'), s.span);
  loadNone(b, s.span);
  b.emit(Op.ImportName, b.name('sys'), s.span);
  b.emit(Op.LoadAttr, b.name('displayhook'), s.span);
  b.emit(Op.PushNull, 0, s.span);
  lowerExpression(b, s.value);
  b.emit(Op.Call, 1, s.span);
  b.emit(Op.Pop, 0, s.span);
}

function lowerImport(b: Builder, s: ast.Import): void {
  for (const a of s.names) {
    b.emit(Op.LoadConst, b.constant(0, 'int:0'), s.span);
    loadNone(b, s.span);
    b.emit(Op.ImportName, b.name(a.name), s.span);
    const parts = a.name.split('.');
    if (a.asname !== null) {
      for (const part of parts.slice(1)) b.emit(Op.ImportFrom, b.name(part), s.span);
      emitStore(b, a.asname, s.span);
    } else {
      emitStore(b, parts[0] as string, s.span);
    }
  }
}

function lowerImportFrom(b: Builder, s: ast.ImportFrom): void {
  b.emit(Op.LoadConst, b.constant(s.level, `int:${s.level}`), s.span);
  for (const a of s.names) b.emit(Op.LoadConst, b.constant(a.name, `str:${a.name}`), s.span);
  b.emit(Op.BuildTuple, s.names.length, s.span);
  b.emit(Op.ImportName, b.name(s.module ?? ''), s.span);
  for (const a of s.names) {
    if (a.name === '*') {
      b.emit(Op.ImportStar, 0, s.span);
      return;
    }
    b.emit(Op.Copy, 1, s.span);
    b.emit(Op.ImportFrom, b.name(a.name), s.span);
    emitStore(b, a.asname ?? a.name, s.span);
  }
  b.emit(Op.Pop, 0, s.span);
}
