"""What a Linux desktop is told of ecgviewer: menu entry, kinds of files, catalogue entry.

Sources: freedesktop.org, Desktop Entry Specification; Shared MIME-info Database 0.21;
AppStream 1.0.
"""

from xml.sax.saxutils import escape, quoteattr

from file_types import FILE_TYPES, FileType
from project import IDENTIFIER, NAME, USER_FOLDERS_LINUX, summary, version

MIME_NAMESPACE = "http://www.freedesktop.org/standards/shared-mime-info"
# Before the system's own magic, whose priority is 50.
MAGIC_PRIORITY = 60


def desktop_entry() -> str:
    """Return ``ecgviewer.desktop``; %f is the chosen file."""
    types = "".join(f"{kind.media_type};" for kind in FILE_TYPES)
    return "\n".join(
        (
            "[Desktop Entry]",
            "Type=Application",
            "Version=1.1",
            f"Name={NAME}",
            "GenericName=ECG viewer",
            "GenericName[de]=EKG-Betrachter",
            "Comment=View ECGs and see where a local model found what",
            "Comment[de]=EKGs ansehen und zeigen lassen, was ein Modell wo gefunden hat",
            f"Exec={NAME} open %f",
            f"TryExec={NAME}",
            f"Icon={NAME}",
            "Terminal=false",
            "Categories=Science;MedicalSoftware;",
            "Keywords=ECG;EKG;electrocardiogram;Holter;WFDB;DICOM;",
            f"MimeType={types}",
            "StartupNotify=true",
            f"StartupWMClass={NAME}",
            "",
        )
    )


def mime_package() -> str:
    """Return the kinds of files that the system's table lacks, with how they are told."""
    kinds = "\n".join(_mime_type(kind) for kind in FILE_TYPES if not kind.known)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<mime-info xmlns="{MIME_NAMESPACE}">\n'
        f"{kinds}\n</mime-info>\n"
    )


def metainfo(released: str) -> str:
    """Return the AppStream catalogue entry. released: the date, as 2026-01-31."""
    types = "\n".join(f"    <mediatype>{kind.media_type}</mediatype>" for kind in FILE_TYPES)
    kept = " ".join(USER_FOLDERS_LINUX)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<component type="desktop-application">
  <id>{IDENTIFIER}</id>
  <name>{NAME}</name>
  <summary>View ECGs, and see where a local model found what</summary>
  <metadata_license>CC0-1.0</metadata_license>
  <project_license>MIT</project_license>
  <developer id="org.ecgviewer"><name>The ecgviewer authors</name></developer>
  <description>
    <p>{escape(summary())}</p>
    <p>Recordings are shown as on paper, true to scale. Models that run on this computer say
    what they find and colour the parts of the trace that spoke for it; nothing leaves the
    computer. Not a medical device.</p>
    <p>Reviews and settings stay in {escape(kept)} when the program is removed.</p>
  </description>
  <launchable type="desktop-id">{NAME}.desktop</launchable>
  <icon type="stock">{NAME}</icon>
  <categories>
    <category>Science</category>
    <category>MedicalSoftware</category>
  </categories>
  <provides>
    <binary>{NAME}</binary>
{types}
  </provides>
  <content_rating type="oars-1.1"/>
  <releases>
    <release version="{version()}" date="{released}"/>
  </releases>
</component>
"""


def _mime_type(kind: FileType) -> str:
    lines = [
        f"  <mime-type type={quoteattr(kind.media_type)}>",
        f"    <comment>{escape(kind.name)}</comment>",
        f'    <comment xml:lang="de">{escape(kind.german)}</comment>',
    ]
    if kind.parent is not None:
        lines.append(f"    <sub-class-of type={quoteattr(kind.parent)}/>")
    if kind.magic:
        lines.append(f'    <magic priority="{MAGIC_PRIORITY}">')
        lines += [
            f'      <match type="string" offset="{magic.offset}" value={quoteattr(magic.value)}/>'
            for magic in kind.magic
        ]
        lines.append("    </magic>")
    lines += [f"    <glob pattern={quoteattr('*' + ending)}/>" for ending in kind.endings]
    if kind.root is not None:
        namespace, name = kind.root
        place = f"namespaceURI={quoteattr(namespace)} localName={quoteattr(name)}"
        lines.append(f"    <root-XML {place}/>")
    return "\n".join([*lines, "  </mime-type>"])
