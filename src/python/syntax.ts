// The syntax tree of a Python module: one union of node kinds. Kinds and fields are those of
// CPython's `ast` module (3.13), so that the two trees can be compared field by field; every node
// also has its span. Nothing here parses, checks or evaluates.
//
// https://docs.python.org/3.13/library/ast.html#abstract-grammar

import type { Span } from '../base/span.ts';

interface Located {
  readonly span: Span;
}

export interface Module extends Located {
  readonly kind: 'Module';
  readonly body: readonly Statement[];
}

// Statements

export interface FunctionDef extends Located {
  readonly kind: 'FunctionDef' | 'AsyncFunctionDef';
  readonly name: string;
  readonly nameSpan: Span;
  readonly args: Arguments;
  readonly body: readonly Statement[];
  readonly decorator_list: readonly Expression[];
  readonly returns: Expression | null;
  readonly type_params: readonly TypeParam[];
}

export interface ClassDef extends Located {
  readonly kind: 'ClassDef';
  readonly name: string;
  readonly nameSpan: Span;
  readonly bases: readonly Expression[];
  readonly keywords: readonly Keyword[];
  readonly body: readonly Statement[];
  readonly decorator_list: readonly Expression[];
  readonly type_params: readonly TypeParam[];
}

export interface Return extends Located {
  readonly kind: 'Return';
  readonly value: Expression | null;
}

export interface Delete extends Located {
  readonly kind: 'Delete';
  readonly targets: readonly Expression[];
}

export interface Assign extends Located {
  readonly kind: 'Assign';
  readonly targets: readonly Expression[];
  readonly value: Expression;
}

export interface TypeAlias extends Located {
  readonly kind: 'TypeAlias';
  readonly name: Name;
  readonly type_params: readonly TypeParam[];
  readonly value: Expression;
}

export interface AugAssign extends Located {
  readonly kind: 'AugAssign';
  readonly target: Name | Attribute | Subscript;
  readonly op: Operator;
  readonly value: Expression;
}

export interface AnnAssign extends Located {
  readonly kind: 'AnnAssign';
  readonly target: Name | Attribute | Subscript;
  readonly annotation: Expression;
  readonly value: Expression | null;
  /** Whether the target is a bare name, not one in parentheses. */
  readonly simple: boolean;
}

export interface For extends Located {
  readonly kind: 'For' | 'AsyncFor';
  readonly target: Expression;
  readonly iter: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}

export interface While extends Located {
  readonly kind: 'While';
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}

export interface If extends Located {
  readonly kind: 'If';
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}

export interface With extends Located {
  readonly kind: 'With' | 'AsyncWith';
  readonly items: readonly WithItem[];
  readonly body: readonly Statement[];
}

export interface WithItem extends Located {
  readonly kind: 'withitem';
  readonly context_expr: Expression;
  readonly optional_vars: Expression | null;
}

export interface Match extends Located {
  readonly kind: 'Match';
  readonly subject: Expression;
  readonly cases: readonly MatchCase[];
}

export interface MatchCase extends Located {
  readonly kind: 'match_case';
  readonly pattern: Pattern;
  readonly guard: Expression | null;
  readonly body: readonly Statement[];
}

export interface Raise extends Located {
  readonly kind: 'Raise';
  readonly exc: Expression | null;
  readonly cause: Expression | null;
}

export interface Try extends Located {
  readonly kind: 'Try' | 'TryStar';
  readonly body: readonly Statement[];
  readonly handlers: readonly ExceptHandler[];
  readonly orelse: readonly Statement[];
  readonly finalbody: readonly Statement[];
}

export interface ExceptHandler extends Located {
  readonly kind: 'ExceptHandler';
  readonly type: Expression | null;
  readonly name: string | null;
  readonly body: readonly Statement[];
}

export interface Assert extends Located {
  readonly kind: 'Assert';
  readonly test: Expression;
  readonly msg: Expression | null;
}

export interface Import extends Located {
  readonly kind: 'Import';
  readonly names: readonly Alias[];
}

export interface ImportFrom extends Located {
  readonly kind: 'ImportFrom';
  readonly module: string | null;
  readonly names: readonly Alias[];
  /** How many dots stand before the module's name. */
  readonly level: number;
}

export interface Alias extends Located {
  readonly kind: 'alias';
  readonly name: string;
  readonly asname: string | null;
}

export interface Global extends Located {
  readonly kind: 'Global' | 'Nonlocal';
  readonly names: readonly string[];
}

export interface ExprStatement extends Located {
  readonly kind: 'Expr';
  readonly value: Expression;
}

export interface Pass extends Located {
  readonly kind: 'Pass' | 'Break' | 'Continue';
}

export type Statement =
  | FunctionDef
  | ClassDef
  | Return
  | Delete
  | Assign
  | TypeAlias
  | AugAssign
  | AnnAssign
  | For
  | While
  | If
  | With
  | Match
  | Raise
  | Try
  | Assert
  | Import
  | ImportFrom
  | Global
  | ExprStatement
  | Pass;

// Expressions

export type Operator =
  | 'Add'
  | 'Sub'
  | 'Mult'
  | 'MatMult'
  | 'Div'
  | 'Mod'
  | 'Pow'
  | 'LShift'
  | 'RShift'
  | 'BitOr'
  | 'BitXor'
  | 'BitAnd'
  | 'FloorDiv';

export type UnaryOperator = 'Invert' | 'Not' | 'UAdd' | 'USub';

export type CompareOperator =
  'Eq' | 'NotEq' | 'Lt' | 'LtE' | 'Gt' | 'GtE' | 'Is' | 'IsNot' | 'In' | 'NotIn';

export interface BoolOp extends Located {
  readonly kind: 'BoolOp';
  readonly op: 'And' | 'Or';
  readonly values: readonly Expression[];
}

export interface NamedExpr extends Located {
  readonly kind: 'NamedExpr';
  readonly target: Name;
  readonly value: Expression;
}

export interface BinOp extends Located {
  readonly kind: 'BinOp';
  readonly left: Expression;
  readonly op: Operator;
  readonly right: Expression;
}

/** The first operand of `a + b + c` and the operations on it, innermost first: chains can be long. */
export function chainOf(e: BinOp): readonly [Expression, readonly BinOp[]] {
  const operations: BinOp[] = [];
  let first: Expression = e;
  while (first.kind === 'BinOp') {
    operations.push(first);
    first = first.left;
  }
  return [first, operations.reverse()];
}

export interface UnaryOp extends Located {
  readonly kind: 'UnaryOp';
  readonly op: UnaryOperator;
  readonly operand: Expression;
}

export interface Lambda extends Located {
  readonly kind: 'Lambda';
  readonly args: Arguments;
  readonly body: Expression;
}

export interface IfExp extends Located {
  readonly kind: 'IfExp';
  readonly test: Expression;
  readonly body: Expression;
  readonly orelse: Expression;
}

export interface Dict extends Located {
  readonly kind: 'Dict';
  /** Null where the value is unpacked with `**`. */
  readonly keys: readonly (Expression | null)[];
  readonly values: readonly Expression[];
}

export interface SetDisplay extends Located {
  readonly kind: 'Set';
  readonly elts: readonly Expression[];
}

export interface Comprehension extends Located {
  readonly kind: 'comprehension';
  readonly target: Expression;
  readonly iter: Expression;
  readonly ifs: readonly Expression[];
  readonly is_async: boolean;
}

export interface ElementComprehension extends Located {
  readonly kind: 'ListComp' | 'SetComp' | 'GeneratorExp';
  readonly elt: Expression;
  readonly generators: readonly Comprehension[];
}

export interface DictComp extends Located {
  readonly kind: 'DictComp';
  readonly key: Expression;
  readonly value: Expression;
  readonly generators: readonly Comprehension[];
}

export interface Await extends Located {
  readonly kind: 'Await';
  readonly value: Expression;
}

export interface Yield extends Located {
  readonly kind: 'Yield';
  readonly value: Expression | null;
}

export interface YieldFrom extends Located {
  readonly kind: 'YieldFrom';
  readonly value: Expression;
}

export interface Compare extends Located {
  readonly kind: 'Compare';
  readonly left: Expression;
  readonly ops: readonly CompareOperator[];
  readonly comparators: readonly Expression[];
}

export interface Call extends Located {
  readonly kind: 'Call';
  readonly func: Expression;
  readonly args: readonly Expression[];
  readonly keywords: readonly Keyword[];
}

export interface Keyword extends Located {
  readonly kind: 'keyword';
  /** Null for `**value`. */
  readonly arg: string | null;
  readonly value: Expression;
}

/** One `{…}` of an f-string. */
export interface FormattedValue extends Located {
  readonly kind: 'FormattedValue';
  readonly value: Expression;
  /** The conversion's letter, or null where there is none. */
  readonly conversion: 's' | 'r' | 'a' | null;
  readonly format_spec: JoinedStr | null;
}

export interface JoinedStr extends Located {
  readonly kind: 'JoinedStr';
  /** String constants and formatted values; adjacent constants are merged, as CPython does. */
  readonly values: readonly Expression[];
}

/** The value of a literal. Integers are bigint where a number cannot hold them exactly. */
export type ConstantValue =
  | { readonly type: 'str'; readonly value: string }
  | { readonly type: 'bytes'; readonly value: Uint8Array }
  | { readonly type: 'int'; readonly value: number | bigint }
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'complex'; readonly imaginary: number }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'None' }
  | { readonly type: 'Ellipsis' };

export interface Constant extends Located {
  readonly kind: 'Constant';
  readonly value: ConstantValue;
}

export type ExpressionContext = 'Load' | 'Store' | 'Del';

export interface Attribute extends Located {
  readonly kind: 'Attribute';
  readonly value: Expression;
  readonly attr: string;
  readonly attrSpan: Span;
  readonly ctx: ExpressionContext;
}

export interface Subscript extends Located {
  readonly kind: 'Subscript';
  readonly value: Expression;
  readonly slice: Expression;
  readonly ctx: ExpressionContext;
}

export interface Starred extends Located {
  readonly kind: 'Starred';
  readonly value: Expression;
  readonly ctx: ExpressionContext;
}

export interface Name extends Located {
  readonly kind: 'Name';
  readonly id: string;
  readonly ctx: ExpressionContext;
}

export interface ListDisplay extends Located {
  readonly kind: 'List';
  readonly elts: readonly Expression[];
  readonly ctx: ExpressionContext;
}

export interface TupleDisplay extends Located {
  readonly kind: 'Tuple';
  readonly elts: readonly Expression[];
  readonly ctx: ExpressionContext;
}

export interface Slice extends Located {
  readonly kind: 'Slice';
  readonly lower: Expression | null;
  readonly upper: Expression | null;
  readonly step: Expression | null;
}

export type Expression =
  | BoolOp
  | NamedExpr
  | BinOp
  | UnaryOp
  | Lambda
  | IfExp
  | Dict
  | SetDisplay
  | ElementComprehension
  | DictComp
  | Await
  | Yield
  | YieldFrom
  | Compare
  | Call
  | FormattedValue
  | JoinedStr
  | Constant
  | Attribute
  | Subscript
  | Starred
  | Name
  | ListDisplay
  | TupleDisplay
  | Slice;

// Parameters

export interface Arguments extends Located {
  readonly kind: 'arguments';
  readonly posonlyargs: readonly Arg[];
  readonly args: readonly Arg[];
  readonly vararg: Arg | null;
  readonly kwonlyargs: readonly Arg[];
  /** One entry for each keyword-only parameter; null where it has no default. */
  readonly kw_defaults: readonly (Expression | null)[];
  readonly kwarg: Arg | null;
  /** Defaults of the last positional parameters. */
  readonly defaults: readonly Expression[];
}

export interface Arg extends Located {
  readonly kind: 'arg';
  readonly arg: string;
  readonly annotation: Expression | null;
}

export interface TypeParam extends Located {
  readonly kind: 'TypeVar' | 'ParamSpec' | 'TypeVarTuple';
  readonly name: string;
  readonly bound: Expression | null;
  readonly default_value: Expression | null;
}

// Patterns

export interface MatchValue extends Located {
  readonly kind: 'MatchValue';
  readonly value: Expression;
}

export interface MatchSingleton extends Located {
  readonly kind: 'MatchSingleton';
  readonly value: true | false | null;
}

export interface MatchSequence extends Located {
  readonly kind: 'MatchSequence';
  readonly patterns: readonly Pattern[];
}

export interface MatchMapping extends Located {
  readonly kind: 'MatchMapping';
  readonly keys: readonly Expression[];
  readonly patterns: readonly Pattern[];
  readonly rest: string | null;
}

export interface MatchClass extends Located {
  readonly kind: 'MatchClass';
  readonly cls: Expression;
  readonly patterns: readonly Pattern[];
  readonly kwd_attrs: readonly string[];
  readonly kwd_patterns: readonly Pattern[];
}

export interface MatchStar extends Located {
  readonly kind: 'MatchStar';
  readonly name: string | null;
}

export interface MatchAs extends Located {
  readonly kind: 'MatchAs';
  readonly pattern: Pattern | null;
  readonly name: string | null;
}

export interface MatchOr extends Located {
  readonly kind: 'MatchOr';
  readonly patterns: readonly Pattern[];
}

export type Pattern =
  | MatchValue
  | MatchSingleton
  | MatchSequence
  | MatchMapping
  | MatchClass
  | MatchStar
  | MatchAs
  | MatchOr;

export type Node =
  | Module
  | Statement
  | Expression
  | Pattern
  | WithItem
  | MatchCase
  | ExceptHandler
  | Alias
  | Keyword
  | Comprehension
  | Arguments
  | Arg
  | TypeParam;
