import subprocess
import sys

import pytest


@pytest.mark.parametrize("module", ["kit.show", "kit.publish.page"])
def test_the_grammar_of_addresses_is_not_compiled_and_can_still_be_imported(module):
    script = f"import sys, {module}; print('rfc3987_syntax' in sys.modules, 'jsonschema' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]
