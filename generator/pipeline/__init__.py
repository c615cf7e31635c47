"""The steps in order, over files; all adapters call ``build.run``.

Commands import the module that they need: a draft or a conversion loads neither pages nor their templates.
"""
