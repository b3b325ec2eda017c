"""What compare and grow have in common: programs are run, and what they print is read."""

import datetime
import json
import os
import pathlib
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
TARGET = HERE / "target"
JAR = TARGET / "benchmarks.jar"
TASKS = "org.resourceequity.benchmarks.tasks."
RESULTS = HERE / "RESULTS.md"


class Failed(Exception):
    """A program failed, or its totals are wrong."""


def say(text):
    print(text, flush=True)


def java(heap, task, *arguments, flags=()):
    """Returns the command of a task of this module."""
    name = task if "." in task else TASKS + task
    return ["java", f"-Xmx{heap}", *flags, "-cp", str(JAR), name, *map(str, arguments)]


class Run:
    """One run of a program: seconds from start to end, resident memory, and what it printed."""

    def __init__(self, command, env=None):
        with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
            start = time.perf_counter()
            process = subprocess.Popen(
                [str(part) for part in command], stdout=out, stderr=err, stdin=subprocess.DEVNULL,
                env={**os.environ, **(env or {})})
            _, status, usage = os.wait4(process.pid, 0)
            self.seconds = time.perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
            self.mebibytes = usage.ru_maxrss / 1024
            self.cpu = usage.ru_utime + usage.ru_stime
            out.seek(0)
            err.seek(0)
            self.output = out.read()
            if process.returncode != 0:
                raise Failed(f"{' '.join(map(str, command))}\nended with {process.returncode}:\n"
                             f"{self.output[-2000:]}{err.read()[-2000:]}")

    def values(self, name, line=""):
        """Returns the numbers printed as name=number, on lines with a text."""
        found = [re.search(rf"(?<![\w]){name}=(-?[\d.]+(?:e-?\d+)?)", each)
                 for each in self.output.splitlines() if line in each]
        return [float(match[1]) for match in found if match]


def generate(folder, schools, districts):
    """Makes the nation of this module; returns its membership file and what it says it wrote."""
    Run(java("256m", "org.resourceequity.benchmarks.nation.GenerateCommand", folder,
             "--schools", schools, "--districts", districts))
    for other in folder.glob("*.csv"):
        if not other.name.startswith("ccd_sch_052_"):
            other.unlink()
    totals = json.loads((folder / "totals_2223.json").read_text())
    return next(folder.glob("ccd_sch_052_*.csv")), totals


def needs_jar():
    if not JAR.exists():
        sys.exit(f"{JAR} is not there; make it with: mvn -pl benchmarks -am package -DskipTests")


def needs_room(folder, gigabytes):
    folder.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(folder).free / 1e9
    if free < gigabytes:
        sys.exit(f"{folder} has {free:.0f} GB free, but {gigabytes} GB are needed; see --data")


def machine():
    """Returns what the machine is, in one line."""
    model = ""
    cpuinfo = pathlib.Path("/proc/cpuinfo")
    if cpuinfo.exists():
        match = re.search(r"model name\s*:\s*(.*)", cpuinfo.read_text())
        model = match[1] + ", " if match else ""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    version = subprocess.run(["java", "-version"], capture_output=True, text=True).stderr
    cores = len(os.sched_getaffinity(0))
    load = os.getloadavg()[0]
    return (f"{model}{cores} cores, {memory:.0f} GiB, {platform.system()} {platform.release()}, "
            f"{version.splitlines()[0]}, load {load:.1f} at the start")


def today():
    return datetime.date.today().isoformat()


def median(values):
    return statistics.median(values)


def table(rows):
    """Returns rows, of which the first is the header, as a Markdown table."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    lines = ["| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |"
             for row in rows]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)


def put(marker, text):
    """Replaces what stands between the marks of RESULTS.md."""
    begin, end = f"<!-- {marker} -->", f"<!-- end of {marker} -->"
    page = RESULTS.read_text()
    before, rest = page.split(begin)
    RESULTS.write_text(before + begin + "\n" + text + "\n" + end + rest.split(end)[1])
