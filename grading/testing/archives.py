"""Makes the submissions that no repository can hold: python3 archives.py FOLDER RIGHT

FOLDER gets a folder with links, and archives of every bad kind. RIGHT: a folder with a right server_single.py.
"""

import io
import os
import stat
import sys
import tarfile
import zipfile

folder, right = sys.argv[1:]
program = os.path.join(right, "server_single.py")
source = open(program, "rb").read()

# Links that lead out, beside a right program.
links = os.path.join(folder, "links-outside")
os.makedirs(links)
open(os.path.join(links, "server_single.py"), "wb").write(source)
os.symlink("/etc/passwd", os.path.join(links, "passwd.html"))
os.symlink("/", os.path.join(links, "root"))
os.symlink("../python-right/server_multi.py", os.path.join(links, "server_multi.py"))

# A zip file that would unpack outside: by .., by an absolute path, by a link and then through it.
with zipfile.ZipFile(os.path.join(folder, "zip-outside.zip"), "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr("work/server_single.py", source)
    archive.writestr("../../outside.txt", b"outside")
    archive.writestr("/tmp/antre-outside.txt", b"outside")
    archive.writestr("..\\..\\outside-windows.txt", b"outside")
    link = zipfile.ZipInfo("work/link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    archive.writestr(link, "/tmp")
    archive.writestr("work/link/antre-through-link.txt", b"outside")

# The same as a tar file.
with tarfile.open(os.path.join(folder, "tar-outside.tar.gz"), "w:gz") as archive:

    def add(name, content=b"", **more):
        member = tarfile.TarInfo(name)
        member.size = len(content)
        for key, value in more.items():
            setattr(member, key, value)
        archive.addfile(member, io.BytesIO(content))

    add("server_single.py", source)
    add("../outside.txt", b"outside")
    add("/tmp/antre-outside.txt", b"outside")
    add("link", type=tarfile.SYMTYPE, linkname="/tmp")
    add("hard", type=tarfile.LNKTYPE, linkname="/etc/passwd")
    add("device", type=tarfile.CHRTYPE, devmajor=1, devminor=3)

# A hundred kilobytes that unpack to more than a submission may have.
with zipfile.ZipFile(os.path.join(folder, "bomb.zip"), "w", zipfile.ZIP_DEFLATED) as archive:
    with archive.open("zeros.html", "w") as file:
        for _ in range(96):
            file.write(bytes(1 << 20))

open(os.path.join(folder, "broken.zip"), "wb").write(b"PK\3\4" + os.urandom(200))
