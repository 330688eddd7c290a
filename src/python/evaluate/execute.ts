// The one switch: executes the instructions of a frame, and of the Python functions it calls,
// until some work is not a frame. What an instruction does beyond moving values stands in the
// files beside this one.

import { ambient } from '../ambient.ts';
import { FunctionObject, NativeFunction } from '../values/callable.ts';
import { List, listType, PySet, Slice, Tuple } from '../values/containers.ts';
import { exceptionType, type ExceptionObject, PyError } from '../values/exception.ts';
import { Float } from '../values/numbers.ts';
import { Dict, dictType, PyObject, type Value } from '../values/object.ts';
import { NativeIterator } from '../values/iterator.ts';
import { isUnknown, reasonOf, Unknown } from '../values/unknown.ts';
import { deleteAttribute, getAttribute, setAttribute, typeOf } from './attributes.ts';
import { call } from './call.ts';
import { buildClass } from './classes.ts';
import { binaryOperators, compareOperators, Op, unaryOperators } from './code.ts';
import { enterWith, exitWith } from './contexts.ts';
import { matchException, raiseValue } from './except.ts';
import { matchStar, reraiseStar } from './groups.ts';
import { beginLoop, endIteration, leaveDoubt, settled, unraised } from './doubt.ts';
import { branchOnUnknown, joinFork, returnFromFork } from './fork.ts';
import { Delivery, type Frame, Frame as FrameClass, Generator } from './frame.ts';
import { extend, keywordsOf, makeFunction } from './functions.ts';
import { finishGenerator, resume } from './generator.ts';
import { importFrom, importName, importStar } from '../imports.ts';
import type { Interpreter } from './interpreter.ts';
import { leaveLoop, observe, observePath } from './observe.ts';
import { binary, compare, inplace, is, unary, unlessSame } from './operators.ts';
import { DONE, Pending, type Result } from './pending.ts';
import * as match from './match.ts';
import {
  contains,
  deleteItem,
  format,
  getItem,
  iterate,
  next,
  quickTruth,
  setItem,
  str,
  repr,
  ascii,
  truth,
} from './protocols.ts';
import { then } from './then.ts';
import { asPyError, chain, deliver, finishReturn, push, unwind } from './run.ts';
import { methodSite, readSite, writeSite } from './sites.ts';
import { implicitSuper, superType } from './super.ts';
import { unpack, unpackEx } from './unpack.ts';
import {
  deleteName,
  loadClassDeref,
  loadDeref,
  loadGlobal,
  loadName,
  storeDeref,
  unbound,
  undefinedName,
} from './variables.ts';
import { asyncIterator, asyncNext, awaitable, send } from './coroutine.ts';

export function executeFrame(vm: Interpreter, first: Frame): void {
  let frame = first;
  const live = vm.limits.kind === 'live';
  frames: for (;;) {
    const { code } = frame;
    const { operations, constants, names, sites } = code;
    const { slots } = frame;
    let { pc, sp } = frame;
    let again = false;
    try {
      for (;;) {
        const operand = operations[pc + 1] as number;
        const operation = operations[pc] as number;
        pc += 2;
        let result: Result;
        switch (operation) {
          case Op.Nop:
            continue;
          case Op.LoadConst:
            slots[sp++] = constants[operand];
            continue;
          case Op.LoadFast: {
            const value = slots[operand];
            if (value === undefined) unbound(code.slotNames[operand] as string);
            slots[sp++] = value;
            continue;
          }
          case Op.StoreFast:
            slots[operand] = slots[--sp];
            continue;
          case Op.DeleteFast:
            if (slots[operand] === undefined) unbound(code.slotNames[operand] as string);
            slots[operand] = undefined;
            continue;
          case Op.LoadDeref:
            slots[sp++] = loadDeref(frame, operand);
            continue;
          case Op.StoreDeref:
            storeDeref(frame, operand, slots[--sp] as Value);
            continue;
          case Op.DeleteDeref:
            loadDeref(frame, operand);
            storeDeref(frame, operand, undefined);
            continue;
          case Op.LoadClosure:
            slots[sp++] = frame.cells[operand];
            continue;
          case Op.LoadGlobal: {
            const name = names[operand] as string;
            const value = frame.globals.values.get(name);
            slots[sp++] = value === undefined ? loadGlobal(vm, frame, name) : value;
            continue;
          }
          case Op.StoreGlobal:
            frame.globals.setName(names[operand] as string, slots[--sp] as Value);
            continue;
          case Op.DeleteGlobal:
            if (!frame.globals.delete(names[operand] as string)) {
              undefinedName(names[operand] as string);
            }
            continue;
          case Op.LoadName:
            result = loadName(vm, frame, names[operand] as string);
            break;
          case Op.StoreName: {
            const namespace = frame.locals ?? frame.globals;
            const value = slots[--sp] as Value;
            if (namespace.cls === dictType) {
              namespace.set(names[operand] as string, value);
              continue;
            }
            // A metaclass's __prepare__ gave the class body a namespace of its own.
            frame.pc = pc;
            result = setItem(vm, namespace, names[operand] as string, value);
            if (!(result instanceof Pending)) continue;
            frame.delivery = Delivery.Discard;
            break;
          }
          case Op.DeleteName:
            result = deleteName(vm, frame, names[operand] as string);
            if (!(result instanceof Pending)) continue;
            frame.delivery = Delivery.Discard;
            break;
          case Op.LoadClassDeref: {
            result = loadClassDeref(vm, frame, operand);
            break;
          }
          case Op.LoadAttr: {
            const object = slots[--sp] as Value;
            const name = names[operand] as string;
            if (object instanceof PyObject) {
              let site = sites[pc];
              if (
                site?.cls !== object.cls ||
                site.version !== ambient.typeVersion ||
                site.changes !== object.cls.changes
              ) {
                site = sites[pc] = readSite(object, name);
              }
              if (site.direct) {
                const own = object.attrs === null ? undefined : object.attrs.values.get(name);
                const value = own === undefined ? site.value : own;
                if (value !== undefined) {
                  slots[sp++] = value;
                  continue;
                }
              }
            }
            frame.pc = pc;
            result = getAttribute(vm, object, name);
            break;
          }
          case Op.StoreAttr: {
            frame.pc = pc;
            sp -= 2;
            const value = slots[sp] as Value;
            const object = slots[sp + 1] as Value;
            const name = names[operand] as string;
            if (object instanceof PyObject) {
              let site = sites[pc];
              if (
                site?.cls !== object.cls ||
                site.version !== ambient.typeVersion ||
                site.changes !== object.cls.changes
              ) {
                site = sites[pc] = writeSite(object, name);
              }
              if (site.direct) {
                object.setAttr(name, value);
                continue;
              }
            }
            result = setAttribute(vm, object, name, value);
            if (!(result instanceof Pending)) continue;
            frame.delivery = Delivery.Discard;
            break;
          }
          case Op.DeleteAttr:
            frame.pc = pc;
            result = deleteAttribute(vm, slots[--sp] as Value, names[operand] as string);
            if (!(result instanceof Pending)) continue;
            frame.delivery = Delivery.Discard;
            break;
          case Op.LoadMethod: {
            frame.pc = pc;
            const object = slots[sp - 1] as Value;
            const name = names[operand] as string;
            if (object instanceof PyObject) {
              let site = sites[pc];
              if (
                site?.cls !== object.cls ||
                site.version !== ambient.typeVersion ||
                site.changes !== object.cls.changes
              ) {
                site = sites[pc] = methodSite(object, name);
              }
              // A method of the class that nothing on the instance hides: no bound method is made.
              if (site.direct && (object.attrs === null || !object.attrs.values.has(name))) {
                slots[sp - 1] = site.value;
                slots[sp++] = object;
                continue;
              }
            } else {
              const method = typeOf(object).lookup(name);
              if (method instanceof NativeFunction) {
                slots[sp - 1] = method;
                slots[sp++] = object;
                continue;
              }
            }
            // A pending attribute is delivered to this place; the empty `self` is below it.
            slots[sp - 1] = undefined;
            result = getAttribute(vm, object, name);
            break;
          }
          case Op.PushNull:
            slots[sp] = slots[sp - 1];
            slots[sp - 1] = undefined;
            sp++;
            continue;
          case Op.Call: {
            frame.pc = pc;
            sp -= operand;
            const last = slots[sp - 1];
            const before = slots[sp - 2];
            sp -= 2;
            const target = before === undefined ? last : before;
            if (target instanceof FunctionObject && target.code.simple) {
              const self = before === undefined ? 0 : 1;
              if (
                target.code.positionalCount === operand + self &&
                vm.fuel > 0 &&
                vm.depth < vm.recursionMax
              ) {
                const called = new FrameClass(target.code, target.globals, null, target);
                const own = called.slots;
                if (self === 1) own[0] = last;
                for (let i = 0; i < operand; i++) own[i + self] = slots[sp + 2 + i];
                called.openCells(target.closure);
                called.back = frame;
                frame.sp = sp;
                vm.top = called;
                vm.fuel--;
                vm.depth++;
                frame = called;
                continue frames;
              }
            }
            // [method, self] where a method was found on the class, else [nothing, callee].
            const args: Value[] = before === undefined ? [] : [last as Value];
            for (let i = 0; i < operand; i++) args.push(slots[sp + 2 + i] as Value);
            const callee = (before === undefined ? last : before) as Value;
            if (callee === superType && args.length === 0) result = implicitSuper(vm, frame);
            else result = call(vm, callee, args);
            break;
          }
          case Op.CallKw: {
            frame.pc = pc;
            const shape = code.callShapes[operand];
            if (!shape) continue;
            const { positional, names: keys } = shape;
            sp -= positional + keys.length + 2;
            const before = slots[sp];
            const last = slots[sp + 1] as Value;
            const args: Value[] = before === undefined ? [] : [last];
            for (let i = 0; i < positional; i++) args.push(slots[sp + 2 + i] as Value);
            const keywords = new Map<string, Value>();
            for (const [i, key] of keys.entries()) {
              keywords.set(key, slots[sp + 2 + positional + i] as Value);
            }
            result = call(vm, before === undefined ? last : before, args, keywords);
            break;
          }
          case Op.CallEx: {
            frame.pc = pc;
            sp -= 4;
            const before = slots[sp];
            const last = slots[sp + 1] as Value;
            const listed = slots[sp + 2] as List;
            const args = before === undefined ? listed.items : [last, ...listed.items];
            const callee = before === undefined ? last : before;
            const dict = slots[sp + 3] as Dict;
            if (isUnknown(listed)) result = new Unknown(reasonOf(listed));
            else if (isUnknown(dict)) result = new Unknown(reasonOf(dict));
            else if (callee === superType && args.length === 0) result = implicitSuper(vm, frame);
            else result = call(vm, callee, args, dict.size ? keywordsOf(dict) : null);
            break;
          }
          case Op.Add: {
            const b = slots[--sp] as Value;
            const a = slots[--sp] as Value;
            if (typeof a === 'number' && typeof b === 'number') {
              const sum = a + b;
              if (Number.isSafeInteger(sum)) {
                slots[sp++] = sum;
                continue;
              }
            }
            frame.pc = pc;
            result = binary(vm, 'Add', a, b);
            break;
          }
          case Op.Sub: {
            const b = slots[--sp] as Value;
            const a = slots[--sp] as Value;
            if (typeof a === 'number' && typeof b === 'number') {
              const difference = a - b;
              if (Number.isSafeInteger(difference)) {
                slots[sp++] = difference;
                continue;
              }
            }
            frame.pc = pc;
            result = binary(vm, 'Sub', a, b);
            break;
          }
          case Op.Mult: {
            const b = slots[--sp] as Value;
            const a = slots[--sp] as Value;
            if (a instanceof Float && b instanceof Float && a.cls.immutable && b.cls.immutable) {
              slots[sp++] = new Float(a.value * b.value);
              continue;
            }
            frame.pc = pc;
            result = binary(vm, 'Mult', a, b);
            break;
          }
          case Op.Binary: {
            frame.pc = pc;
            sp -= 2;
            const op = binaryOperators[operand] as (typeof binaryOperators)[number];
            result = binary(vm, op, slots[sp] as Value, slots[sp + 1] as Value);
            break;
          }
          case Op.Inplace: {
            sp -= 2;
            const a = slots[sp] as Value;
            const b = slots[sp + 1] as Value;
            if (operand === 0 && typeof a === 'number' && typeof b === 'number') {
              const sum = a + b;
              if (Number.isSafeInteger(sum)) {
                slots[sp++] = sum;
                continue;
              }
            }
            frame.pc = pc;
            const op = binaryOperators[operand] as (typeof binaryOperators)[number];
            result = inplace(vm, op, a, b);
            break;
          }
          case Op.Unary:
            frame.pc = pc;
            result = unary(
              vm,
              unaryOperators[operand] as (typeof unaryOperators)[number],
              slots[--sp] as Value,
            );
            break;
          case Op.Less: {
            const b = slots[--sp] as Value;
            const a = slots[--sp] as Value;
            if (typeof a === 'number' && typeof b === 'number') {
              slots[sp++] = a < b;
              continue;
            }
            frame.pc = pc;
            result = compare(vm, 'Lt', a, b);
            break;
          }
          case Op.Compare: {
            frame.pc = pc;
            sp -= 2;
            const op = compareOperators[operand] as (typeof compareOperators)[number];
            result = compare(vm, op, slots[sp] as Value, slots[sp + 1] as Value);
            break;
          }
          case Op.Is: {
            sp -= 2;
            const a = slots[sp] as Value;
            const b = slots[sp + 1] as Value;
            const same = is(a, b) || unlessSame(a, b);
            slots[sp++] = operand === 1 ? negate(same) : same;
            continue;
          }
          case Op.Contains: {
            frame.pc = pc;
            sp -= 2;
            const found = contains(vm, slots[sp + 1] as Value, slots[sp] as Value);
            result = operand === 1 ? then(found, negate) : found;
            break;
          }
          case Op.Not: {
            frame.pc = pc;
            const value = slots[--sp] as Value;
            const quick = quickTruth(value);
            if (quick !== undefined) {
              slots[sp++] = !quick;
              continue;
            }
            result = isUnknown(value) ? value : then(truth(vm, value), negate);
            break;
          }
          case Op.Jump:
            pc = operand * 2;
            continue;
          case Op.JumpBack:
            pc = operand * 2;
            if (--vm.fuel < 0) {
              frame.pc = pc;
              frame.sp = sp;
              return;
            }
            continue;
          case Op.JumpIfFalse:
          case Op.JumpIfTrue: {
            const value = slots[--sp] as Value;
            const quick = quickTruth(value);
            if (quick !== undefined) {
              if (quick === (operation === Op.JumpIfTrue)) pc = operand * 2;
              continue;
            }
            frame.pc = pc;
            result = isUnknown(value) ? value : truth(vm, value);
            if (typeof result === 'boolean') {
              if (result === (operation === Op.JumpIfTrue)) pc = operand * 2;
              continue;
            }
            if (!(result instanceof Pending)) {
              frame.sp = sp;
              branchOnUnknown(vm, frame, operand, result as Unknown);
              ({ pc, sp } = frame);
              continue;
            }
            // The same jump runs again on the bool.
            frame.delivery = Delivery.Again;
            break;
          }
          case Op.JumpIfFalseOrPop:
          case Op.JumpIfTrueOrPop: {
            const value = slots[sp - 1] as Value;
            const wanted = operation === Op.JumpIfTrueOrPop;
            frame.pc = pc;
            const test = isUnknown(value) ? value : (quickTruth(value) ?? truth(vm, value));
            if (typeof test === 'boolean') {
              if (test === wanted) pc = operand * 2;
              else sp--;
              continue;
            }
            if (!(test instanceof Pending)) {
              // Unknown: which operand is the result depends on it.
              pc = operand * 2;
              continue;
            }
            frame.delivery = Delivery.TestKept;
            result = test;
            break;
          }
          case Op.JumpIfNone:
            if (slots[--sp] === null) pc = operand * 2;
            continue;
          case Op.GetIter:
            frame.pc = pc;
            result = iterate(vm, slots[--sp] as Value);
            break;
          case Op.ForIter: {
            const iterator = slots[sp - 1];
            frame.pc = pc;
            if (iterator instanceof NativeIterator) {
              const item = iterator.next(vm);
              if (!(item instanceof Pending)) {
                if (item === DONE) {
                  if (vm.doubtful || vm.loopWatches.length > 0) endIteration(vm, frame, pc / 2 - 1);
                  sp--;
                  pc = operand * 2;
                } else if (operations[pc + 2] === Op.StoreFast) {
                  slots[operations[pc + 3] as number] = item;
                  pc += 4; // over ForTest and the store
                } else {
                  slots[sp++] = item;
                  pc += 2; // over ForTest
                }
                continue;
              }
              result = item;
              break;
            }
            if (iterator instanceof Generator) result = resume(vm, iterator, null, 'quiet');
            else result = next(vm, iterator as Value);
            break;
          }
          case Op.ForTest:
            if (slots[sp - 1] === DONE) {
              if (vm.doubtful || vm.loopWatches.length > 0) endIteration(vm, frame, pc / 2 - 1);
              sp -= 2;
              pc = operand * 2;
            }
            continue;
          case Op.BuildTuple:
            sp -= operand;
            slots[sp] = new Tuple(slots.slice(sp, sp + operand) as Value[]);
            sp++;
            continue;
          case Op.BuildList:
            sp -= operand;
            slots[sp] = new List(slots.slice(sp, sp + operand) as Value[]);
            sp++;
            continue;
          case Op.BuildSet: {
            const set = new PySet();
            const count = Math.abs(operand);
            if (operand < 0) set.merged = count;
            sp -= count;
            for (let i = 0; i < count; i++) set.add(slots[sp + i] as Value);
            slots[sp++] = set;
            continue;
          }
          case Op.BuildMap: {
            const dict = new Dict();
            sp -= operand * 2;
            for (let i = 0; i < operand; i++) {
              dict.set(slots[sp + i * 2] as Value, slots[sp + i * 2 + 1] as Value);
            }
            slots[sp++] = dict;
            continue;
          }
          case Op.BuildString: {
            sp -= operand;
            let text = '';
            for (let i = 0; i < operand; i++) text += slots[sp + i] as string;
            slots[sp++] = text;
            continue;
          }
          case Op.BuildSlice:
            sp -= 3;
            slots[sp] = new Slice(
              slots[sp] as Value,
              slots[sp + 1] as Value,
              slots[sp + 2] as Value,
            );
            sp++;
            continue;
          case Op.ListAppend: {
            const value = slots[--sp] as Value;
            (slots[sp - operand] as List).items.push(value);
            continue;
          }
          case Op.SetAdd: {
            const value = slots[--sp] as Value;
            (slots[sp - operand] as PySet).add(value);
            continue;
          }
          case Op.MapAdd: {
            sp -= 2;
            const dict = slots[sp - operand] as Dict;
            dict.set(slots[sp] as Value, slots[sp + 1] as Value);
            continue;
          }
          case Op.ListExtend:
          case Op.SetUpdate:
          case Op.DictUpdate:
          case Op.DictMerge: {
            frame.pc = pc;
            const source = slots[--sp] as Value;
            const depth = Math.abs(operand);
            const inCall = operand < 0 || operation === Op.DictMerge;
            const callee = inCall ? (slots[sp - 4] ?? slots[sp - 3]) : undefined;
            result = extend(vm, operation, slots[sp - depth] as PyObject, source, callee);
            if (!(result instanceof Pending)) continue;
            frame.delivery = Delivery.Discard;
            break;
          }
          case Op.ListToTuple:
            if (!isUnknown(slots[sp - 1])) slots[sp - 1] = new Tuple((slots[sp - 1] as List).items);
            continue;
          case Op.Unpack:
          case Op.UnpackEx: {
            frame.pc = pc;
            const value = slots[--sp] as Value;
            const items =
              operation === Op.Unpack ? unpack(vm, value, operand) : unpackEx(vm, value, operand);
            if (items instanceof Pending) {
              // The same instruction runs again on the collected tuple.
              frame.delivery = Delivery.Again;
              result = items;
              break;
            }
            for (let i = items.length - 1; i >= 0; i--) slots[sp++] = items[i] as Value;
            continue;
          }
          case Op.LoadItem: {
            frame.pc = pc;
            sp -= 2;
            const container = slots[sp] as Value;
            const key = slots[sp + 1] as Value;
            if (container instanceof List && typeof key === 'number' && container.cls.immutable) {
              const item = container.items[key < 0 ? key + container.items.length : key];
              if (item !== undefined) {
                slots[sp++] = item;
                continue;
              }
            } else if (container instanceof Dict && container.cls === dictType) {
              const item = container.get(key);
              if (item !== undefined) {
                slots[sp++] = item;
                continue;
              }
            }
            result = getItem(vm, container, key);
            break;
          }
          case Op.StoreItem: {
            frame.pc = pc;
            sp -= 3;
            const value = slots[sp] as Value;
            const container = slots[sp + 1] as Value;
            const key = slots[sp + 2] as Value;
            if (
              container instanceof List &&
              container.cls === listType &&
              typeof key === 'number' &&
              key >= 0 &&
              key < container.items.length
            ) {
              container.touch();
              container.items[key] = value;
              continue;
            }
            result = setItem(vm, container, key, value);
            if (!(result instanceof Pending)) continue;
            frame.delivery = Delivery.Discard;
            break;
          }
          case Op.DeleteItem:
            frame.pc = pc;
            sp -= 2;
            result = deleteItem(vm, slots[sp] as Value, slots[sp + 1] as Value);
            if (!(result instanceof Pending)) continue;
            frame.delivery = Delivery.Discard;
            break;
          case Op.Format: {
            frame.pc = pc;
            const spec = operand & 4 ? (slots[--sp] as string) : '';
            const value = slots[--sp] as Value;
            const conversion = operand & 3;
            if (conversion === 0) result = format(vm, value, spec);
            else {
              const text =
                conversion === 1
                  ? str(vm, value)
                  : conversion === 2
                    ? repr(vm, value)
                    : ascii(vm, value);
              result = then(text, (converted) => format(vm, converted, spec));
            }
            break;
          }
          case Op.Pop:
            sp--;
            continue;
          case Op.Copy:
            slots[sp] = slots[sp - operand];
            sp++;
            continue;
          case Op.Swap: {
            const below = slots[sp - operand];
            slots[sp - operand] = slots[sp - 1];
            slots[sp - 1] = below;
            continue;
          }
          case Op.RotateThree: {
            const top = slots[sp - 1];
            slots[sp - 1] = slots[sp - 2];
            slots[sp - 2] = slots[sp - 3];
            slots[sp - 3] = top;
            continue;
          }
          case Op.Return: {
            let value = slots[--sp] as Value;
            frame.pc = pc;
            frame.sp = sp;
            if (slots.length > code.frameSize) code.frameSize = slots.length;
            if (vm.fork !== null && vm.fork.frame === frame) {
              const joined = returnFromFork(vm, frame, value);
              if (joined === undefined) {
                ({ pc, sp } = frame);
                continue;
              }
              value = joined;
            }
            vm.depth--;
            const back = frame.back as Pending;
            vm.top = back;
            if (frame.generator !== null) {
              finishGenerator(vm, frame, value);
            } else {
              if (frame.after !== null) {
                finishReturn(vm, frame.after, back, value);
              } else if (back instanceof FrameClass && back.delivery === Delivery.Push) {
                back.slots[back.sp++] = value;
              } else {
                deliver(vm, back, value);
              }
            }
            if (vm.top instanceof FrameClass && vm.fuel >= 0) {
              frame = vm.top;
              continue frames;
            }
            return;
          }
          case Op.MakeFunction:
            sp = makeFunction(frame, slots, sp, operand);
            continue;
          case Op.MakeClass:
            frame.pc = pc;
            sp -= 3;
            result = buildClass(
              vm,
              slots[sp] as FunctionObject,
              names[operand] as string,
              (slots[sp + 1] as List).items,
              slots[sp + 2] as Dict,
            );
            break;
          case Op.Raise: {
            frame.pc = pc;
            const cause = operand === 2 ? (slots[--sp] as Value) : undefined;
            const value = operand >= 1 ? (slots[--sp] as Value) : undefined;
            again = value === undefined;
            result = raiseValue(vm, value, cause);
            again = false;
            break;
          }
          case Op.Reraise: {
            const exception = slots[--sp] as ExceptionObject;
            frame.handled = slots[--sp] as ExceptionObject | null;
            again = true;
            throw new PyError(exception);
          }
          case Op.PushException: {
            const exception = slots[sp - 1] as ExceptionObject;
            slots[sp - 1] = frame.handled;
            slots[sp++] = exception;
            frame.handled = exception;
            continue;
          }
          case Op.PopException:
            frame.handled = slots[--sp] as ExceptionObject | null;
            continue;
          case Op.MatchException:
            frame.pc = pc;
            sp--;
            result = matchException(vm, slots[sp - 1] as ExceptionObject, slots[sp] as Value);
            break;
          case Op.MatchStarException:
            sp -= 2;
            result = matchStar(vm, frame, slots[sp] as Value, slots[sp + 1] as Value);
            break;
          case Op.PrepareReraiseStar:
            sp -= 3;
            result = reraiseStar(
              vm,
              slots[sp] as ExceptionObject,
              slots[sp + 1] as List,
              slots[sp + 2] as Value,
            );
            break;
          case Op.EnterWith: {
            frame.pc = pc;
            const { exit, entered } = enterWith(vm, slots[sp - 1] as Value, operand === 1);
            slots[sp - 1] = exit;
            result = entered;
            break;
          }
          case Op.ExitWith:
            frame.pc = pc;
            result = exitWith(vm, slots[--sp] as Value, null);
            break;
          case Op.ExitWithException: {
            frame.pc = pc;
            // exit, the exception handled before, the exception
            const exception = slots[sp - 1] as ExceptionObject;
            result = exitWith(vm, slots[sp - 3] as Value, exception, operand === 1);
            break;
          }
          case Op.ImportName: {
            frame.pc = pc;
            sp -= 2;
            const level = slots[sp] as number;
            result = importName(vm, frame, names[operand] as string, level, slots[sp + 1] as Value);
            break;
          }
          case Op.ImportFrom:
            frame.pc = pc;
            result = importFrom(vm, slots[--sp] as Value, names[operand] as string);
            break;
          case Op.ImportStar:
            frame.pc = pc;
            importStar(vm, frame, slots[--sp] as Value);
            continue;
          case Op.Yield: {
            const value = slots[--sp] as Value;
            frame.pc = pc;
            frame.sp = sp;
            const { generator, back } = frame;
            if (generator) generator.state = 'suspended';
            vm.depth--;
            vm.top = back;
            deliver(vm, back as Pending, value);
            if (vm.top instanceof FrameClass && vm.fuel >= 0) {
              frame = vm.top;
              continue frames;
            }
            return;
          }
          case Op.YieldFromIter:
            frame.pc = pc;
            result = iterate(vm, slots[--sp] as Value);
            break;
          case Op.Awaitable:
            frame.pc = pc;
            result = awaitable(vm, slots[--sp] as Value);
            break;
          case Op.Send: {
            frame.pc = pc;
            const sent = slots[--sp] as Value;
            result = send(vm, slots[sp - 1] as Value, sent);
            break;
          }
          case Op.SendTest:
            if (slots[sp - 1] === DONE) {
              if (vm.doubtful) endIteration(vm, frame, pc / 2 - 1);
              sp--;
              slots[sp - 1] = vm.stopValue;
              vm.stopValue = null;
              pc = operand * 2;
            }
            continue;
          case Op.GetAsyncIter:
            frame.pc = pc;
            result = asyncIterator(vm, slots[--sp] as Value);
            break;
          case Op.AsyncNext:
            frame.pc = pc;
            result = asyncNext(vm, slots[sp - 1] as Value);
            break;
          case Op.LoadAssertionError:
            slots[sp++] = exceptionType('AssertionError');
            continue;
          case Op.MatchSequence:
            slots[sp] = match.isSequence(slots[sp - 1] as Value);
            sp++;
            continue;
          case Op.MatchMapping:
            slots[sp] = match.isMapping(slots[sp - 1] as Value);
            sp++;
            continue;
          case Op.MatchLength:
            frame.pc = pc;
            result = match.lengthOf(vm, slots[sp - 1] as Value);
            break;
          case Op.MatchClass:
            frame.pc = pc;
            sp -= 3;
            result = match.matchClass(
              vm,
              slots[sp] as Value,
              slots[sp + 1] as Value,
              slots[sp + 2] as Tuple,
              operand,
            );
            break;
          case Op.MatchKeys:
            frame.pc = pc;
            result = match.matchKeys(vm, slots[sp - 2] as Value, slots[sp - 1] as Tuple);
            break;
          case Op.RestOfMapping:
            frame.pc = pc;
            sp -= 2;
            result = match.restOfMapping(vm, slots[sp] as Value, slots[sp + 1] as Tuple);
            break;
          case Op.MatchTest: {
            const values = slots[sp - 1] as Value;
            slots[sp++] = values !== null;
            continue;
          }
          case Op.Observe:
            observe(vm, frame, operand, slots[sp - 1] as Value);
            continue;
          case Op.ObservePath:
            observePath(vm, frame, operand);
            continue;
          case Op.LoopStart:
            if (frame.passes !== null) frame.passes[operand] = 0;
            if (code.loops[operand]?.kind === 'for') {
              frame.pc = pc;
              beginLoop(vm, frame, operand, slots[sp - 1] as Value);
            }
            continue;
          case Op.LoopHead:
            if (live && leaveLoop(vm, frame, operand)) {
              ({ pc, sp } = frame);
              continue;
            }
            // The jump back stands behind it.
            pc = (operations[pc + 1] as number) * 2;
            if (--vm.fuel < 0) {
              frame.pc = pc;
              frame.sp = sp;
              return;
            }
            continue;
          case Op.Join:
            if (vm.loopWatches.length > 0) leaveDoubt(vm, frame, pc / 2 - 1);
            if (vm.fork !== null) {
              frame.pc = pc;
              frame.sp = sp;
              joinFork(vm, frame);
              ({ pc, sp } = frame);
            }
            continue;
          case Op.SetupAnnotations: {
            const namespace = frame.locals ?? frame.globals;
            if (namespace instanceof Dict && !namespace.has('__annotations__'))
              namespace.setName('__annotations__', new Dict());
            continue;
          }
          default:
            throw new Error(`no such operation: ${operation}`);
        }
        if (result instanceof Pending) {
          frame.pc = pc;
          frame.sp = sp;
          push(vm, result, frame);
          break;
        }
        slots[sp++] = vm.doubtful ? settled(vm, result) : result;
      }
    } catch (error) {
      frame.pc = pc;
      frame.sp = sp;
      const thrown = asPyError(error);
      if (vm.doubtful && unraised(vm, frame)) continue;
      if (!again && thrown.value.traceback === null) chain(vm, thrown.value);
      unwind(vm, frame, thrown, again);
    }
    if (!(vm.top instanceof FrameClass) || vm.fuel < 0) return;
    frame = vm.top;
  }
}

function negate(value: Value): Value {
  return typeof value === 'boolean' ? !value : value;
}
