// `io`: https://docs.python.org/3.11/library/io.html

import {
  bufferedIOBaseType,
  ioBaseType,
  rawIOBaseType,
  textIOBaseType,
  unsupportedOperationType,
} from '../io/base.ts';
import { randomType, readerType, writerType } from '../io/buffered.ts';
import { bytesIOType, fileIOType } from '../io/byteFile.ts';
import { open } from '../io/open.ts';
import { stringIOType } from '../io/stringIO.ts';
import { textFileType } from '../io/textFile.ts';
import { native } from '../native.ts';
import { exceptionType } from '../values/exception.ts';
import type { Value } from '../values/object.ts';
import type { BuiltinModule } from '../imports.ts';

export const io: BuiltinModule = {
  name: 'io',
  build: (vm) => ({
    open: vm.builtins.values.get('open') ?? open(),
    text_encoding: native('text_encoding(encoding, stacklevel=2, /)', (_vm, encoding: Value) =>
      encoding === null ? 'locale' : encoding,
    ),
    UnsupportedOperation: unsupportedOperationType,
    BlockingIOError: exceptionType('BlockingIOError'),
    IOBase: ioBaseType,
    RawIOBase: rawIOBaseType,
    BufferedIOBase: bufferedIOBaseType,
    TextIOBase: textIOBaseType,
    FileIO: fileIOType,
    BytesIO: bytesIOType,
    StringIO: stringIOType,
    BufferedReader: readerType,
    BufferedWriter: writerType,
    BufferedRandom: randomType,
    TextIOWrapper: textFileType,
    DEFAULT_BUFFER_SIZE: 8192,
    SEEK_SET: 0,
    SEEK_CUR: 1,
    SEEK_END: 2,
  }),
};
