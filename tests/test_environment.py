"""The places that name packages say the same, and none says where packages come from."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PINNED = re.compile(
    r"^(?P<name>[\w.-]+)==(?P<version>\S+)(?P<marker> ; [^\\]+)?(?P<hashes>( \\\n    --hash=sha256:[0-9a-f]{64})+)$"
)


def environment():
    """environment.yml's conda dependencies and its pip part, as they are written."""
    lines = (ROOT / "environment.yml").read_text(encoding="utf-8").splitlines()
    found = {indent: [] for indent in (2, 6)}
    for line in lines[lines.index("dependencies:") + 1 :]:
        entry = re.fullmatch(r"( {2}| {6})- (.+)", line)
        assert entry, line
        found[len(entry[1])].append(entry[2])
    return found[2], found[6]


def locked():
    """Every pin of requirements.lock: its name, version, marker and hashes."""
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())
    pins = [PINNED.match(entry) for entry in entries]
    assert [entry for entry, pin in zip(entries, pins, strict=True) if not pin] == []
    names = dict.fromkeys(canonicalize_name(pin["name"]) for pin in pins)
    return {name: [pin for pin in pins if canonicalize_name(pin["name"]) == name] for name in names}


def tracked():
    """Every text file of the project: tracked, or new and not ignored."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout: the tracked files are not known")
    for path in (ROOT / name for name in listed if name):
        data = path.read_bytes() if path.is_file() else b""
        if b"\0" not in data:
            yield path, data.decode("utf-8")


def test_conda_and_pip_name_the_same_packages():
    conda, pip = environment()
    assert conda == [f"python{PROJECT['requires-python']}", "pip", *PROJECT["dependencies"], "pip:"]
    assert pip == ["-e .[test]"]


def test_the_lock_satisfies_every_requirement():
    pins = locked()
    wanted = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["test"]]
    for requirement in map(Requirement, wanted):
        found = pins[canonicalize_name(requirement.name)]
        assert all(requirement.specifier.contains(pin["version"]) for pin in found), requirement
        for python in ("3.11", "3.12", "3.13", "3.14"):
            here = {"python_version": python, "python_full_version": f"{python}.0"}
            assert sum(_applies(pin, here) for pin in found) == 1, (requirement, python)


def _applies(pin, environment):
    """Whether a line of the lock is for this Python."""
    return pin["marker"] is None or Marker(pin["marker"].strip().removeprefix(";")).evaluate(environment)


def test_the_lock_names_versions_and_hashes_and_no_place():
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*(--(?!hash=)|-[a-z]\b)", text, re.MULTILINE)
    assert len(locked()) > len(PROJECT["dependencies"])


def test_no_file_names_a_package_registry():
    hosts = ["pypi" + ".org", "python" + "hosted", "registry.npm" + "js", "registry.yarn" + "pkg", "anaconda" + ".org"]
    found = [(path.name, host) for path, text in tracked() for host in hosts if host in text.lower()]
    assert found == []
