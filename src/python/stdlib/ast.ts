// `_ast`: what `ast` (lib/ast.py) needs of the parser: a text as a tree of objects of its classes.
//
// https://docs.python.org/3.11/library/ast.html

import { LineIndex } from '../../base/span.ts';
import type { Span } from '../../base/span.ts';
import { textOfBytes } from '../builtins/evalFunctions.ts';
import { syntaxError } from '../evaluate/syntaxError.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import type { BuiltinModule } from '../imports.ts';
import { native } from '../native.ts';
import { parse, parseExpression } from '../parse/parse.ts';
import type { ConstantValue, FormattedValue, Module, Node } from '../syntax.ts';
import { Bytes, List } from '../values/containers.ts';
import { PyError, raise } from '../values/exception.ts';
import { normalise } from '../values/integers.ts';
import { Complex, ellipsis, Float } from '../values/numbers.ts';
import { Dict, PyObject, PyType, type Value } from '../values/object.ts';

/** How many bytes a node takes: its object, its fields, and its places. */
const NODE_BYTES = 400;

export const ast: BuiltinModule = {
  name: '_ast',
  build: () => ({
    decoded: native('decoded(source, /)', (_vm, source: Bytes) => textOfBytes(source.data)),
    tree: native(
      'tree(classes, source, filename, mode, /)',
      (vm: Interpreter, classes: Value, source: Value, path: Value, mode: Value) => {
        if (!(classes instanceof Dict) || typeof source !== 'string') {
          return raise('TypeError', 'classes and a text expected');
        }
        const parsed = mode === 'eval' ? parseExpression(source) : parse(source);
        // What only the compiler refuses has a tree.
        if (parsed.good === null) throw new PyError(syntaxError(String(path), parsed));
        return new Writer(vm, classes, source).module(parsed.module, String(mode));
      },
    ),
  }),
};

/** Makes the objects of one tree. */
class Writer {
  readonly #vm: Interpreter;
  readonly #classes: Dict;
  readonly #text: string;
  readonly #lines: LineIndex;
  readonly #isAscii: boolean;
  readonly #marks = new Map<string, PyObject>();
  /** The string literal that we are in: its parts have no places of their own. */
  #literal: Span | null = null;

  constructor(vm: Interpreter, classes: Dict, text: string) {
    this.#vm = vm;
    this.#classes = classes;
    this.#text = text;
    this.#lines = new LineIndex(text);
    this.#isAscii = /^[\0-\x7f]*$/.test(text);
  }

  module({ body }: Module, mode: string): PyObject {
    const statements = body.map((statement) => this.#node(statement));
    const [only] = statements;
    if (mode === 'eval') {
      return this.#object('Expression', { body: only?.getAttr('value') ?? null });
    }
    if (mode === 'single') return this.#object('Interactive', { body: new List(statements) });
    return this.#object('Module', { body: new List(statements), type_ignores: new List([]) });
  }

  #node(node: Node): PyObject {
    const fields: Record<string, Value> = {};
    const record = node as unknown as Readonly<Record<string, unknown>>;
    for (const [name, value] of Object.entries(record)) {
      if (!OURS.has(name)) fields[name] = this.#field(node, name, value);
    }
    if (node.kind === 'Constant') fields['kind'] = this.#prefix(node.span);
    const made = this.#object(node.kind, fields);
    if (!UNPLACED.has(node.kind)) this.#place(made, this.#placeOf(node));
    return made;
  }

  #field(node: Node, name: string, value: unknown): Value {
    if (node.kind === 'Constant') return constant(node.value);
    if (node.kind === 'MatchSingleton') return node.value;
    if (name === 'conversion') return value === null ? -1 : String(value).charCodeAt(0);
    if (name === 'level') return value as number;
    if (typeof value === 'boolean') return value ? 1 : 0;
    if (MARKS.has(name)) return this.#marksOf(value as string | readonly string[]);
    if (value === null || typeof value === 'string') return value;
    if (!Array.isArray(value)) return this.#inside(node, value as Node);
    const items = value as readonly (Node | string | null)[];
    return new List(
      items.map((item) =>
        item === null || typeof item === 'string' ? item : this.#inside(node, item),
      ),
    );
  }

  /** The parts of an f-string stand where the whole literal does, but for their expressions. */
  #inside(parent: Node, child: Node): PyObject {
    const outer = this.#literal;
    if (parent.kind === 'JoinedStr') this.#literal ??= parent.span;
    else if (parent.kind !== 'FormattedValue' || child.kind !== 'JoinedStr') this.#literal = null;
    const made = this.#node(child);
    this.#literal = outer;
    return made;
  }

  #placeOf(node: Node): Span {
    const literal = this.#literal;
    if (literal === null) return node.span;
    return node.kind === 'Constant' || isFieldPart(node) ? literal : node.span;
  }

  /** Operators and contexts have no places: one object each. */
  #marksOf(value: string | readonly string[]): Value {
    if (typeof value !== 'string') return new List(value.map((name) => this.#mark(name)));
    return this.#mark(value);
  }

  #mark(name: string): PyObject {
    let mark = this.#marks.get(name);
    if (mark === undefined) this.#marks.set(name, (mark = this.#object(name, {})));
    return mark;
  }

  /** `u` where a text is written with that letter. */
  #prefix(span: Span): Value {
    return /^[uU]['"]/.test(this.#text.slice(span.start, span.start + 2)) ? 'u' : null;
  }

  #object(name: string, fields: Readonly<Record<string, Value>>): PyObject {
    this.#vm.charge(NODE_BYTES);
    const cls = this.#classes.get(name);
    if (!(cls instanceof PyType)) return raise('TypeError', `no class for ${name}`);
    const made = cls.allocate(cls);
    const wanted = cls.lookup('_fields');
    const names = wanted instanceof PyObject && 'items' in wanted ? (wanted.items as Value[]) : [];
    for (const field of names) {
      if (typeof field === 'string' && field in fields) made.setAttr(field, fields[field] ?? null);
      else if (field === 'type_comment') made.setAttr(field, null);
    }
    return made;
  }

  #place(made: PyObject, { start, end }: Span): void {
    const [line, column] = this.#position(start);
    const [endLine, endColumn] = this.#position(end);
    made.setAttr('lineno', line);
    made.setAttr('col_offset', column);
    made.setAttr('end_lineno', endLine);
    made.setAttr('end_col_offset', endColumn);
  }

  /** Lines from one; columns in bytes of UTF-8, from zero. */
  #position(offset: number): [line: number, column: number] {
    const line = this.#lines.lineAt(offset);
    const start = this.#lines.lineStart(line);
    if (this.#isAscii) return [line + 1, offset - start];
    return [line + 1, new TextEncoder().encode(this.#text.slice(start, offset)).length];
  }
}

/** Fields that are for us, or that CPython 3.11's trees have not got. */
const OURS = new Set(['kind', 'span', 'nameSpan', 'attrSpan', 'type_params', 'default_value']);
const MARKS = new Set(['op', 'ops', 'ctx']);
const UNPLACED = new Set(['Module', 'arguments', 'comprehension', 'withitem', 'match_case']);

function isFieldPart(node: Node): node is FormattedValue {
  return node.kind === 'FormattedValue' || node.kind === 'JoinedStr';
}

function constant(value: ConstantValue): Value {
  switch (value.type) {
    case 'str':
    case 'bool':
      return value.value;
    case 'int':
      return normalise(BigInt(value.value));
    case 'float':
      return new Float(value.value);
    case 'complex':
      return new Complex(0, value.imaginary);
    case 'bytes':
      return new Bytes(value.value);
    case 'None':
      return null;
    case 'Ellipsis':
      return ellipsis;
  }
}
