// `_turns`: what threading.py and asyncio are made of that is not Python. Its clock is moved on by
// sleeping alone, so that the order of what waits is the same in every run.

import { begin, currentThread, park, resumeTurn, type Turn } from '../evaluate/turns.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import type { BuiltinModule } from '../imports.ts';
import { native } from '../native.ts';
import { toDouble, realOf } from '../values/integers.ts';
import { Float } from '../values/numbers.ts';
import type { Value } from '../values/object.ts';
import { sleepHook, slept } from './time.ts';

export const turns: BuiltinModule = {
  name: '_turns',
  build: (vm) => ({
    begin: native('begin(thread, function, /)', (run: Interpreter, thread: Value, func: Value) =>
      begin(run, thread, func),
    ),
    park: native('park()', (run: Interpreter) => park(run)),
    resume: native('resume(turn, /)', (_run: Interpreter, turn: Turn) => resumeTurn(turn)),
    current: native('current()', (run: Interpreter) => currentThread(run)),
    clock: native('clock()', (run: Interpreter) => new Float(slept(run) / 1000)),
    advance: native('advance(seconds, /)', (run: Interpreter, seconds: Value) => {
      run.extensions.set('slept', slept(run) + toDouble(realOf(seconds) ?? 0) * 1000);
      return null;
    }),
    on_sleep: native('on_sleep(function, /)', (_run: Interpreter, func: Value) => {
      sleepHook.set(vm, func);
      return null;
    }),
  }),
};
