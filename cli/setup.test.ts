// The setup with package managers that only write down what they are asked, and then put a program there.

import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { User } from "../clients/keyboard/testing/user.js";
import { dist, FakeMachine, isRoot } from "./testing/machine.js";

const sudo = isRoot ? "" : "sudo ";

/** A machine with Fedora's installer, which brings tmux, and with sudo. */
function fedora(): FakeMachine {
  const machine = new FakeMachine();
  machine.recording(
    "dnf",
    `printf '#!/bin/sh\\necho tmux 3.5\\n' >'${machine.path}/tmux'; /bin/chmod +x '${machine.path}/tmux'`,
  );
  machine.recording("sudo", 'exec "$@"');
  return machine;
}

const INSTALL = "dnf install -y --setopt=install_weak_deps=False tmux";
const asked = isRoot ? [INSTALL] : [`sudo ${INSTALL}`, INSTALL];

const linux = describe.skipIf(process.platform !== "linux");

linux("setup", () => {
  test("says what it will do, does it with --yes, and does nothing the next time", async () => {
    const machine = fedora();
    const first = await machine.run("setup", ["--yes", "tmux"]);
    expect(first.stdout).toContain(`  ${sudo}${INSTALL}\n`);
    expect(first).toMatchObject({ status: 0, stdout: expect.stringMatching(/All is there now\.\n$/) });
    expect(machine.asked).toEqual(asked);
    const second = await machine.run("setup", ["--yes", "tmux"]);
    expect(second).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Nothing to do/) });
    expect(machine.asked).toEqual(asked);
  });

  test("installs nothing with --dry-run", async () => {
    const machine = fedora();
    const { status, stdout } = await machine.run("setup", ["--dry-run", "tmux"]);
    expect(stdout).toContain(INSTALL);
    expect({ status, asked: machine.asked }).toEqual({ status: 0, asked: [] });
  });

  test("without a terminal and --yes says what it would do, and ends with status 2", async () => {
    const machine = fedora();
    const { status, stdout, stderr } = await machine.run("setup", ["tmux", "--lang", "id"]);
    expect(stdout).toContain(INSTALL);
    expect(stderr).toMatch(/bukan terminal.*--yes/);
    expect({ status, asked: machine.asked }).toEqual({ status: 2, asked: [] });
  });

  test.each([
    ["y", "All is there now", asked, 0],
    ["n", "Nothing was installed", [], 3],
    ["", "Nothing was installed", [], 3],
  ])(
    "asks at a terminal, and takes %j as it is meant",
    { tags: ["tmux"] },
    async (answer, said, wanted, status) => {
      const machine = fedora();
      const env = Object.entries(machine.env).map(([name, value]) => `${name}=${value}`);
      const user = new User(["tmux"], { program: ["env", ...env, process.execPath, dist("cli/setup.js")] });
      await user.sees(/Go on\? \[y\/N\]/);
      user.enter(answer);
      await user.sees(new RegExp(`${said}[^]*status ${status}`));
      expect(machine.asked).toEqual(wanted);
    },
  );

  test("tells a failed installation, and what is still missing, with status 3", async () => {
    const machine = new FakeMachine();
    machine.recording("pacman", "exit 1");
    machine.recording("sudo", 'exec "$@"');
    const { status, stderr } = await machine.run("setup", ["--yes", "tmux", "wrk"]);
    expect(stderr).toContain("failed (status 1)");
    expect(stderr).toContain("Still missing: tmux and wrk");
    expect(status).toBe(3);
    expect(machine.asked.at(-1)).toBe("pacman -S --needed --noconfirm tmux wrk");
  });

  test("names the page of what the system has no package for, and installs the rest", async () => {
    const machine = fedora();
    const { status, stdout } = await machine.run("setup", ["--yes", "tmux", "wrk"]);
    expect(stdout).toContain("wrk: https://github.com/wg/wrk");
    expect({ status, asked: machine.asked }).toEqual({ status: 0, asked });
  });

  test("with --system does not count what lies in a home folder", async () => {
    const machine = fedora();
    const folder = join(machine.home, "bin");
    machine.program("tmux", "echo tmux 3.1", folder);
    const env = { PATH: `${machine.path}:${folder}` };
    expect((await machine.run("setup", ["--dry-run", "tmux"], env)).stdout).toMatch(/^Nothing to do/);
    expect((await machine.run("setup", ["--dry-run", "--system", "tmux"], env)).stdout).toContain(INSTALL);
  });

  test("says that it must be root, where there is no sudo", async () => {
    const machine = new FakeMachine();
    machine.recording("dnf");
    const { status, stderr } = await machine.runAsUser("setup", ["--yes", "tmux"]);
    expect({ status, asked: machine.asked }).toEqual({ status: 3, asked: [] });
    expect(stderr).toContain("no sudo");
  });

  test("knows no word that is neither a tool nor a use", async () => {
    const { status, stderr } = await fedora().run("setup", ["ptyhon"]);
    expect(stderr).toMatch(/no "ptyhon" to install.*python/);
    expect(status).toBe(2);
  });
});

describe.skipIf(process.platform !== "linux")("on Debian", { tags: ["bwrap"] }, () => {
  const setup = `node '${dist("cli/setup.js")}' --yes mini_httpd`;
  const policy = "/usr/sbin/policy-rc.d";
  const brings = 'case "$*" in *install*) echo >/usr/sbin/mini_httpd; chmod +x /usr/sbin/mini_httpd;; esac';

  test("the lists are fetched first, and no server is started while packages are installed", async () => {
    const machine = new FakeMachine();
    machine.recording("apt-get", `${policy}; echo "policy says $?"; ${brings}`);
    const { stdout, stderr } = await machine.hidden(`${setup}; echo "status $?"; ls ${policy}`);
    expect(machine.asked).toEqual([
      "apt-get update -qq",
      "apt-get install -y -qq --no-install-recommends mini-httpd",
    ]);
    expect(stdout).toContain("policy says 101");
    expect(stdout).toContain("status 0");
    expect(stderr).toContain("No such file"); // the policy is gone again
  });

  test("a policy of the machine's own stays as it is", async () => {
    const machine = new FakeMachine();
    machine.recording("apt-get", brings);
    const own = "#!/bin/sh\\nexit 104";
    const { stdout } = await machine.hidden(`printf '${own}' >${policy}; ${setup} >/dev/null; cat ${policy}`);
    expect(stdout).toBe("#!/bin/sh\nexit 104");
  });

  test("one that is left behind by a violent end forbids nothing, and goes with the next installation", async () => {
    const machine = new FakeMachine();
    const killed = join(machine.home, "killed");
    machine.recording(
      "apt-get",
      `[ -e '${killed}' ] || { echo >'${killed}'; kill -9 $PPID; exit; }; ${brings}`,
    );
    const { stdout, stderr } = await machine.hidden(
      `${setup} >/dev/null; ${policy}; echo "policy says $?"; ${setup} >/dev/null; echo "status $?"; ls ${policy}`,
    );
    expect(stdout).toBe("policy says 0\nstatus 0\n");
    expect(stderr).toContain("No such file");
  });
});
