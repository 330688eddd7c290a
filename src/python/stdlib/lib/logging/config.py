"""https://docs.python.org/3.11/library/logging.config.html: dictConfig."""

import logging

_BASIC = {'version', 'incremental', 'disable_existing_loggers', 'formatters', 'filters', 'handlers',
          'loggers', 'root'}


def _found(path):
    """What a dotted name names."""
    import importlib

    parts = path.split('.')
    made = importlib.import_module(parts[0])
    for i, part in enumerate(parts[1:], 1):
        try:
            made = getattr(made, part)
        except AttributeError:
            made = importlib.import_module('.'.join(parts[: i + 1]))
    return made


def _value(given):
    """ext://sys.stdout is what it names."""
    if isinstance(given, str) and given.startswith('ext://'):
        return _found(given[6:])
    return given


def _keywords(config, known):
    return {key: _value(value) for key, value in config.items() if key not in known}


class DictConfigurator:
    def __init__(self, config):
        self.config = config

    def configure(self):
        config = self.config
        if 'version' not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config['version'] != 1:
            raise ValueError(f"Unsupported version: {config['version']}")
        if config.get('incremental', False):
            return self._levels_only(config)
        manager = logging.root.manager
        existing = set(manager.loggerDict)
        formatters = self._made('formatter', config.get('formatters', {}), self._formatter)
        filters = self._made('filter', config.get('filters', {}), self._filter)
        self.formatters, self.filters, self.handlers = formatters, filters, {}
        for name in sorted(config.get('handlers', {})):
            try:
                handler = self._handler(dict(config['handlers'][name]))
            except Exception as error:
                raise ValueError(f'Unable to configure handler {name!r}') from error
            handler.name = name
            self.handlers[name] = handler
        named = config.get('loggers', {})
        for name, given in named.items():
            try:
                self._logger(logging.getLogger(name), given)
            except Exception as error:
                raise ValueError(f'Unable to configure logger {name!r}') from error
        if config.get('disable_existing_loggers', True):
            for name in existing:
                logger = manager.loggerDict[name]
                below = any(name == each or name.startswith(each + '.') for each in named)
                if isinstance(logger, logging.Logger) and not below:
                    logger.disabled = True
        if config.get('root'):
            try:
                self._logger(logging.root, config['root'], is_root=True)
            except Exception as error:
                raise ValueError('Unable to configure root logger') from error

    def _levels_only(self, config):
        for name, given in config.get('handlers', {}).items():
            handler = logging.getHandlerByName(name)
            if handler is None:
                raise ValueError(f'No handler found with name {name!r}')
            if given.get('level'):
                handler.setLevel(given['level'])
        for name, given in config.get('loggers', {}).items():
            self._common(logging.getLogger(name), given)
        if config.get('root'):
            self._common(logging.root, config['root'])

    def _made(self, what, configs, make):
        made = {}
        for name, given in configs.items():
            try:
                made[name] = make(dict(given))
            except Exception as error:
                raise ValueError(f'Unable to configure {what} {name!r}') from error
        return made

    def _called(self, config):
        factory = config.pop('()')
        attributes = config.pop('.', {})
        factory = factory if callable(factory) else _found(factory)
        made = factory(**_keywords(config, ()))
        for key, value in attributes.items():
            setattr(made, key, value)
        return made

    def _formatter(self, config):
        if '()' in config:
            return self._called(config)
        kind = _found(config['class']) if 'class' in config else logging.Formatter
        more = {'validate': config['validate']} if 'validate' in config else {}
        return kind(config.get('format'), config.get('datefmt'), config.get('style', '%'), **more)

    def _filter(self, config):
        return self._called(config) if '()' in config else logging.Filter(config.get('name', ''))

    def _handler(self, config):
        formatter = config.pop('formatter', None)
        level = config.pop('level', None)
        filters = config.pop('filters', ())
        if formatter is not None:
            formatter = self.formatters[formatter]
        if '()' in config:
            handler = self._called(config)
        else:
            attributes = config.pop('.', {})
            kind = _found(config.pop('class'))
            if 'target' in config:
                config['target'] = self.handlers[config['target']]
            handler = kind(**_keywords(config, ()))
            for key, value in attributes.items():
                setattr(handler, key, value)
        if formatter is not None:
            handler.setFormatter(formatter)
        if level is not None:
            handler.setLevel(level)
        for each in filters:
            handler.addFilter(self.filters.get(each, each))
        return handler

    def _common(self, logger, given):
        if given.get('level') is not None:
            logger.setLevel(given['level'])

    def _logger(self, logger, given, is_root=False):
        self._common(logger, given)
        for handler in logger.handlers[:]:
            logger.removeHandler(handler)
        for name in given.get('handlers', ()):
            logger.addHandler(self.handlers[name])
        for name in given.get('filters', ()):
            logger.addFilter(self.filters.get(name, name))
        if not is_root:
            logger.disabled = False
            if given.get('propagate') is not None:
                logger.propagate = given['propagate']


dictConfigClass = DictConfigurator


def dictConfig(config):
    dictConfigClass(config).configure()
