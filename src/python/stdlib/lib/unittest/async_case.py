# Test cases whose methods are coroutines; each test has an event loop of its own.

import asyncio
import inspect

from .case import TestCase

__unittest = True


class IsolatedAsyncioTestCase(TestCase):
    async def asyncSetUp(self):
        pass

    async def asyncTearDown(self):
        pass

    def addAsyncCleanup(self, func, /, *args, **keywords):
        self.addCleanup(func, *args, **keywords)

    async def enterAsyncContext(self, manager):
        value = await type(manager).__aenter__(manager)
        self.addAsyncCleanup(type(manager).__aexit__, manager, None, None, None)
        return value

    def run(self, result=None):
        self._runner = asyncio.Runner()
        try:
            return super().run(result)
        finally:
            self._runner.close()

    def _callSetUp(self):
        self.setUp()
        self._wait_for(self.asyncSetUp)

    def _callTestMethod(self, method):
        self._wait_for(method)

    def _callTearDown(self):
        self._wait_for(self.asyncTearDown)
        self.tearDown()

    def _callCleanup(self, function, *args, **keywords):
        self._wait_for(function, *args, **keywords)

    def _wait_for(self, function, /, *args, **keywords):
        outcome = function(*args, **keywords)
        if inspect.isawaitable(outcome):
            return self._runner.run(outcome)
        return outcome
