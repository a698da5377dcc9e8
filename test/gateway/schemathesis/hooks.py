"""Has schemathesis send the path parameters that it draws.

It takes a percent sign and two hexadecimal digits for a byte that is encoded already, and sends another value, which need not be
one that the schema allows. So each percent sign is encoded for it.
"""

import schemathesis


@schemathesis.hook
def map_path_parameters(context, path_parameters):
    return {
        name: value.replace("%", "%25") if isinstance(value, str) else value
        for name, value in (path_parameters or {}).items()
    }
