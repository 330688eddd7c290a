"""https://docs.python.org/3.11/library/signal.html: handlers are kept, and never called."""

import enum
import posix

Signals = enum.IntEnum(
    'Signals',
    {
        'SIGHUP': 1, 'SIGINT': 2, 'SIGQUIT': 3, 'SIGILL': 4, 'SIGTRAP': 5, 'SIGABRT': 6,
        'SIGBUS': 7, 'SIGFPE': 8, 'SIGKILL': 9, 'SIGUSR1': 10, 'SIGSEGV': 11, 'SIGUSR2': 12,
        'SIGPIPE': 13, 'SIGALRM': 14, 'SIGTERM': 15, 'SIGCHLD': 17, 'SIGCONT': 18, 'SIGSTOP': 19,
        'SIGTSTP': 20, 'SIGTTIN': 21, 'SIGTTOU': 22, 'SIGWINCH': 28,
    },
    module='signal',
)
Handlers = enum.IntEnum('Handlers', {'SIG_DFL': 0, 'SIG_IGN': 1}, module='signal')
globals().update(Signals.__members__)
globals().update(Handlers.__members__)
NSIG = 65
_handlers = {}


def default_int_handler(signalnum, frame, /):
    raise KeyboardInterrupt


def getsignal(signalnum, /):
    number = int(signalnum)
    otherwise = default_int_handler if number == 2 else Handlers.SIG_DFL
    return _handlers.get(number, otherwise)


def signal(signalnum, handler, /):
    if not callable(handler) and handler not in (0, 1):
        raise TypeError(
            'signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object'
        )
    number = int(signalnum)
    if not 1 <= number < NSIG:
        raise ValueError('signal number out of range')
    before = getsignal(number)
    _handlers[number] = Handlers(handler) if handler in (0, 1) else handler
    return before


def strsignal(signalnum, /):
    return {2: 'Interrupt', 9: 'Killed', 15: 'Terminated'}.get(int(signalnum))


def valid_signals():
    return set(Signals)


def alarm(seconds, /):
    return posix.refuse('signal.alarm')


def setitimer(which, seconds, interval=0.0, /):
    return posix.refuse('signal.setitimer')


def raise_signal(signalnum, /):
    handler = getsignal(signalnum)
    return handler(int(signalnum), None) if callable(handler) else posix.refuse('signal.raise_signal')
