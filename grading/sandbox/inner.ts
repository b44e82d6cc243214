// The sandbox in which a program of a submission runs: bubblewrap's command line. Its network is that of the examiner;
// everything else is its own.

import { existsSync, lstatSync, mkdirSync, readlinkSync, realpathSync, statSync } from "node:fs";
import { release as osRelease } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { find } from "../../cli/find.js";
import { type Limits, prlimit } from "./limits.js";
import { quoted } from "./quote.js";
import { liesIn, SYSTEM, type Toolchains, USUAL_PATH } from "./toolchains.js";

/** Where the program works: a copy of its folder that is made anew for each start. */
export const HOME = "/home/student";
/** Where the sandbox shows what it takes the copy from. */
const SUBMISSION = "/submission";
const OURS = "/antre";

/** The folders in memory in which a program may write, and how much, in MiB. */
const roomsOf = ({ diskMiB }: Limits): Record<string, number> => ({
  "/dev/shm": 16,
  "/tmp": diskMiB,
  [HOME]: diskMiB + 64,
});
/** So many files in each of them. Without a limit of their own, empty ones could take all memory. */
const MOST_FILES = 20_000;

/** All that can be kept in them together. */
export const roomsMiB = (limits: Limits): number =>
  Object.values(roomsOf(limits)).reduce((sum, mib) => sum + mib, 0);

/** Memory that processes share by number (System V), in pages of 4 KiB, and what else the kernel would keep for them. */
const SHARED_BY_NUMBER = { shmall: "16384", msgmni: "64", sem: "250 1024 32 64" };

/** The processes around the program: bubblewrap, its first process inside, and the shell that waits for all the others. */
export const WRAPPERS = 3;

export interface Enclosure {
  /** The prepared copy: the submission's files, and our pages. */
  folder: string;
  /** The folder in it in which the program is started, relative. */
  within: string;
  /** Files made for the sandbox's /etc: name to path. */
  etc: Record<string, string>;
  /** Files and folders that it may see besides, read-only: by where they appear. */
  shown: Record<string, string>;
  /** Interpreters and compilers that lie elsewhere than in the system's folders. */
  toolchains: Toolchains;
  /** What must not be seen although it lies in a folder that is: submissions, results, the rubric. */
  hidden: readonly string[];
  limits: Limits;
  /** The file with the filter of system calls; null: there is none for this processor. */
  filter: string | null;
  /** An empty folder, over which the program's own folders in memory are mounted. Nobody outside of it sees them. */
  rooms: string;
  /** What it writes 0 into to enter its control group; none: it has no such group. */
  group: readonly string[];
  /** The user that it runs as, where we are root; null: as ourselves, in a user namespace. */
  uid: number | null;
  /** It gets a network of its own, without anybody in it. */
  alone: boolean;
}

const ROOTS = ["/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32"];
/** Of /etc only what runtimes read: it may hold secrets of the machine. */
export const ETC =
  /^(alternatives|ld\.so\..*|java-.*|php|ssl|ca-certificates|nsswitch\.conf|localtime|timezone|mime\.types|services|protocols|gai\.conf|host\.conf|locale\.alias|magic|python.*|ruby.*|perl)$/;

/** What stands around the program writes here that the program begins; the program itself does not get it. */
export const STARTED_FD = 9;

/** bubblewrap reads the filter of system calls here, and closes it. */
export const FILTER_FD = 8;

/**
 * Waits for the program, and then for whatever it left running: a daemon is still the program. Its standard input is
 * handed on, which a shell would otherwise take from a command in the background.
 */
const FIRST = `cp -R ${SUBMISSION}/. . && cd "./$1" || exit 126
shift
{ echo started >&${STARTED_FD}; } 2>/dev/null
exec ${STARTED_FD}>&-
exec 3<&0
"$@" <&3 3<&- &
exec 3<&-
wait $!
status=$?
while set -- /proc/[0-9]*; [ $# -gt 2 ]; do sleep 0.05; done
exit $status`;

/** The words that run a shell command inside. `etcNames`: what is in this system's /etc. */
export function enclosed(command: string, enclosure: Enclosure, etcNames: readonly string[]): string[] {
  const { within, etc, limits, filter, uid, alone, toolchains } = enclosure;
  const shown = { ...nodeItself(), ...toolchains.shown, ...enclosure.shown };
  const open = [...SYSTEM, ...Object.keys(toolchains.shown)];
  return [
    ...["unshare", "--mount", "--ipc", "/bin/sh", "-c", setUp(enclosure), "sh"],
    ...walls(uid, filter !== null),
    ...(alone ? ["--unshare-net"] : []),
    ...Object.entries(environment(toolchains)).flatMap(([name, value]) => ["--setenv", name, value]),
    ...system(etcNames.filter((name) => ETC.test(name))),
    ...["--dir", OURS, "--dir", `${OURS}/bin`],
    ...Object.entries(etc).flatMap(([name, path]) => ["--ro-bind", path, `/etc/${name}`]),
    ...["--proc", "/proc", "--dev", "/dev"],
    ...madeFor(Object.keys(roomsOf(limits))),
    ...Object.keys(roomsOf(limits)).flatMap((at) => ["--bind", roomIn(enclosure.rooms, at), at]),
    ...["--remount-ro", "/dev"],
    ...["--ro-bind", enclosure.folder, SUBMISSION],
    ...madeFor(Object.keys(shown)),
    ...Object.entries(shown).flatMap(([at, path]) => ["--ro-bind", path, at]),
    ...coveredIn(open, enclosure.hidden),
    ...["--remount-ro", "/", "--chdir", HOME],
    ...(uid === null ? [] : asUser(uid)),
    ...prlimit(limits, uid !== null || countsByNamespace()),
    ...["/bin/sh", "-c", FIRST, "sh", within, "/bin/sh", "-c", command],
  ];
}

/** bubblewrap, with namespaces and without privileges; `filtered`: it finds the filter of system calls as `FILTER_FD`. */
export const walls = (uid: number | null, filtered: boolean): string[] => [
  // The first process inside keeps the environment that bubblewrap was started with, where it can be read.
  ...["env", "-i", find(["bwrap"]) ?? "bwrap"],
  ...["--unshare-pid", "--unshare-uts", "--unshare-cgroup-try", "--hostname", "antre"],
  ...(uid === null
    ? ["--unshare-user", "--uid", "1000", "--gid", "1000", "--disable-userns", "--cap-drop", "ALL"]
    : [
        ...["--cap-drop", "ALL"],
        ...["SETUID", "SETGID", "SETPCAP"].flatMap((cap) => ["--cap-add", `CAP_${cap}`]),
      ]),
  ...(filtered ? ["--seccomp", `${FILTER_FD}`] : []),
  ...["--die-with-parent", "--new-session", "--clearenv"],
];

/** The system's software, and these files and folders of its /etc. */
export const system = (etcNames: readonly string[]): string[] => [
  ...madeFor(SYSTEM),
  ...[...SYSTEM, ...ROOTS.filter(existsSync)].flatMap(asItIs),
  ...["--dir", "/etc"],
  ...etcNames.flatMap((name) => ["--ro-bind-try", `/etc/${name}`, `/etc/${name}`]),
];

/** Covers what must not be seen, where it lies in a folder that is shown. What lies in what is covered is gone with it. */
export function coveredIn(shown: readonly string[], hidden: readonly string[]): string[] {
  const paths = [...new Set(hidden.map((path) => resolve(path)))];
  return paths
    .filter((path) => liesIn(path, shown) && existsSync(path))
    .filter(
      (path) =>
        !liesIn(
          path,
          paths.filter((other) => other !== path),
        ),
    )
    .flatMap(covered);
}

/** Where a folder in memory is mounted before it gets its place in the sandbox. */
const roomIn = (rooms: string, at: string): string => join(rooms, basename(at));

/**
 * What is done before bubblewrap begins, in mount and IPC namespaces that go with it: bubblewrap can't limit the number of
 * files in a folder in memory, and can't limit what the kernel shares by number, which older kernels leave to root alone.
 */
function setUp({ group, limits, rooms, filter }: Enclosure): string {
  const mounts = Object.entries(roomsOf(limits)).map(([at, mib]) => {
    mkdirSync(roomIn(rooms, at), { recursive: true });
    const options = `size=${mib}m,nr_inodes=${MOST_FILES},mode=1777,nosuid,nodev`;
    return `mount -t tmpfs -o ${options} antre ${quoted(roomIn(rooms, at))} || exit 125`;
  });
  return [
    ...group.map((file) => `echo 0 >${quoted(file)} || exit 125`),
    ...mounts,
    ...Object.entries(SHARED_BY_NUMBER).map(
      ([name, most]) => `{ echo ${most} >/proc/sys/kernel/${name}; } 2>/dev/null`,
    ),
    ...(filter === null ? [] : [`exec ${FILTER_FD}<${quoted(filter)}`]),
    'exec "$@"',
  ].join("\n");
}

/** The words that become another user, without any privilege left or to be had. */
export const asUser = (uid: number): string[] => [
  ...["setpriv", "--reuid", `${uid}`, "--regid", `${uid}`, "--clear-groups"],
  ...["--no-new-privs", "--inh-caps=-all", "--bounding-set=-all", "--"],
];

/** Makes the folders that lead to these paths for everybody. bubblewrap itself would make them for its own user alone. */
export const madeFor = (paths: readonly string[]): string[] =>
  foldersAbove(paths).flatMap((folder) => ["--perms", "0755", "--dir", folder]);

/** The folders that lead to these paths, the upper ones first. */
function foldersAbove(paths: readonly string[]): string[] {
  const above = (path: string): string[] =>
    dirname(path) === "/" ? [] : [...above(dirname(path)), dirname(path)];
  return [...new Set(paths.flatMap(above))];
}

/** Where programs are looked for inside. */
export const pathInside = ({ path }: Toolchains): string[] => [
  ...new Set([`${OURS}/bin`, ...path, ...USUAL_PATH]),
];

function environment(toolchains: Toolchains): Record<string, string> {
  return {
    PATH: pathInside(toolchains).join(":"),
    HOME,
    USER: "student",
    LANG: "C.UTF-8",
    TZ: "UTC",
    TERM: "dumb",
    PYTHONUNBUFFERED: "1",
    PYTHONDONTWRITEBYTECODE: "1",
    GOCACHE: "/tmp/go-cache",
    GOFLAGS: "-mod=mod",
    GOPROXY: "off",
  };
}

/** Covers what is there: a folder by an empty one, in which nobody can write, and a file by an empty one. */
const covered = (path: string): string[] =>
  statSync(path).isDirectory()
    ? ["--size", "4096", "--tmpfs", path, "--remount-ro", path]
    : ["--ro-bind", "/dev/null", path];

/** /bin and the like are links into /usr on some systems, and folders on others. */
function asItIs(path: string): string[] {
  if (lstatSync(path).isSymbolicLink()) return ["--symlink", readlinkSync(path), path];
  return ["--ro-bind", path, path];
}

/** Our own Node.js for JavaScript, where the sandbox would not see it. */
function nodeItself(): Record<string, string> {
  const path = realpathSync(process.execPath);
  return liesIn(path, SYSTEM) ? {} : { [`${OURS}/bin/node`]: path };
}

/** Before Linux 5.14 the limit counts all processes of a user, wherever they are: the lecturer's own desktop, too. */
export function countsByNamespace(): boolean {
  const [major = 0, minor = 0] = osRelease().split(".").map(Number);
  return major > 5 || (major === 5 && minor >= 14);
}
