"""Small Philips files in XML, written for tests from the public schemas 1.03 and 1.04.01.

The packing (XLI) is that of the published decoders, turned round: see philips_xli.
"""

import base64
import struct
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.int64]

LEADS = ("I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6")
FS_HZ = 500
RESOLUTION_UV = 5.0
PERSON = ("Mustermann", "Erika", "12345-67", "1951-02-03")

_CODE_BITS, _END_CODE = 10, 1023


def made_counts(n_leads: int = 12, n_samples: int = 400) -> Counts:
    """Return int64 (n_leads, n_samples): twelve standard leads obey Einthoven to a unit."""
    steps = np.arange(n_samples)
    free = [
        np.round(60 * np.sin(steps / (7 + lead)) + 3 * lead + 200 * (steps % 97 == 40)).astype(int)
        for lead in range(n_leads)
    ]
    if n_leads == len(LEADS):
        one, two = free[0], free[1]
        free[2:6] = [two - one, -(one + two) // 2, one - two // 2, two - one // 2]
    return np.array(free, dtype=np.int64)


def with_pulse(counts: Counts, *, before: int = 25, height: int = 200) -> Counts:
    """Return leads followed by the recorders' calibration pulse."""
    pulse = np.concatenate([np.zeros(before), np.full(50, height), np.zeros(25)]).astype(int)
    return np.hstack([counts, np.tile(pulse, (len(counts), 1))])


def packed_leads(counts: Counts, *, limb_leads: bool = True) -> bytes:
    """Return the XLI form of leads; limb_leads: III to aVF as differences to I and II."""
    rows = [np.asarray(row, dtype=np.int64) for row in counts]
    if limb_leads:
        one, two, three = rows[:3]
        rows[2:6] = [
            two - one - three,
            -rows[3] - (one + two) // 2,
            (one - three) // 2 - rows[4],
            (two + three) // 2 - rows[5],
        ]
    return b"".join(_packed(row) for row in rows)


def _packed(row: Counts) -> bytes:
    words = np.full(row.size, 64, dtype=np.int64)
    words[:2] = row[:2]
    turns = 2 * row[1:-1] - row[:-2] - row[2:]
    words[2 : row.size - 1] = 64 + turns[1:]
    unsigned = words.astype(np.int16).view(np.uint16)
    unpacked = bytes((unsigned >> 8).tolist()) + bytes((unsigned & 255).tolist())
    packed = lzw_packed(unpacked)
    return struct.pack("<iHh", len(packed), 0, int(turns[0]) if turns.size else 0) + packed


def lzw_packed(content: bytes) -> bytes:
    """Return LZW codes of 10 bits, the highest bit first, ended by the highest code."""
    codes = {bytes((value,)): value for value in range(256)}
    found: list[int] = []
    word = b""
    for value in content:
        longer = word + bytes((value,))
        if longer in codes:
            word = longer
            continue
        found.append(codes[word])
        if len(codes) < _END_CODE:
            codes[longer] = len(codes)
        word = bytes((value,))
    found += [codes[word]] if word else []
    bits = "".join(f"{code:010b}" for code in [*found, _END_CODE])
    bits += "0" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big")


def encoded(counts: Counts, encoding: str, packing: str, dtype: str = "<i2") -> str:
    """Return the text of a parsedwaveforms element."""
    if encoding == "Plain":
        return " ".join(str(value) for value in counts.ravel())
    content = packed_leads(counts) if packing == "XLI" else counts.astype(dtype).tobytes()
    text = base64.b64encode(content).decode()
    # Lines of 76 letters, as devices write them.
    return "\r\n".join(text[at : at + 76] for at in range(0, len(text), 76))


def write_philips(
    path: Path,
    counts: Counts,
    *,
    version: str = "1.04.01",
    encoding: str = "Base64",
    packing: str = "XLI",
    waves: str | None = None,
    beats: Counts | None = None,
    leads: Sequence[str] = LEADS,
    written_as: str = "utf-16",
    changes: Sequence[tuple[str, str]] = (),
) -> Path:
    """Write a file of a version; changes: what stands in it and what shall stand instead."""
    duration_ms = counts.shape[1] * 1000 // FS_HZ
    text = waves if waves is not None else encoded(counts, encoding, packing)
    document = _OLD if version == "1.03" else _NEW
    said = document.format(
        version=version,
        encoding=encoding,
        packing=packing or "Uncompressed",
        is_packed=bool(packing),
        n_leads=len(leads),
        labels=quoteattr(" ".join(leads)),
        duration=duration_ms,
        waves=escape(text),
        beats="" if beats is None else _usual_beats(beats, leads, version),
        last=PERSON[0],
        first=PERSON[1],
        id=PERSON[2],
        born=PERSON[3],
    )
    for before, after in changes:
        assert before in said, before
        said = said.replace(before, after)
    path.write_bytes(f'<?xml version="1.0" encoding="{written_as}"?>\n{said}'.encode(written_as))
    return path


def _usual_beats(counts: Counts, leads: Sequence[str], version: str) -> str:
    rows = [base64.b64encode(row.astype("<i2").tobytes()).decode() for row in counts]
    # 1 kHz: as many ms as samples.
    duration = counts.shape[1]
    if version == "1.03":
        inner = "".join(
            f'<repbeat leadname="{name}" duration="{duration}">{row}</repbeat>'
            for name, row in zip(leads, rows, strict=True)
        )
        return f'<repbeats dataencoding="Base64">{inner}</repbeats>'
    facts = (
        "<pdur>100</pdur><print>160</print><qonset>200</qonset><qrsdur>90</qrsdur>"
        "<tonset>350</tonset><qtint>380</qtint>"
    )
    inner = "".join(
        f'<repbeat leadname="{name}">{facts}<waveform duration="{duration}">{row}</waveform>'
        "</repbeat>"
        for name, row in zip(leads, rows, strict=True)
    )
    return (
        '<repbeats dataencoding="Base64" samplespersec="1000" resolution="1.0" '
        f'repbeatmethod="mean">{inner}</repbeats>'
    )


_PATIENT = """\
<patient criteriaversionforpatientdata="0B"><generalpatientdata>
<patientid>{id}</patientid>
<name><lastname>{last}</lastname><firstname>{first}</firstname></name>
<age defaultage="50"><dateofbirth>{born}</dateofbirth></age>
<pacestatus>Non paced</pacestatus><sex>Female</sex>
</generalpatientdata></patient>"""
_STATEMENTS = """\
<mdsignatureline>Unconfirmed diagnosis</mdsignatureline>
<severity code="AB">- ABNORMAL ECG -</severity>
<statement><statementcode>SB</statementcode><leftstatement>Sinus bradycardia</leftstatement>
<rightstatement>rate&lt; 50</rightstatement></statement>
<statement><statementcode/><leftstatement>Seen by Dr Weber</leftstatement>
<rightstatement/></statement>"""
_NEW = (
    """\
<restingecgdata xmlns="http://www3.medical.philips.com" status="New" lang="en">
<documentinfo><documentname>made.xml</documentname><documenttype>PhilipsECG</documenttype>
<documentversion>{version}</documentversion></documentinfo>
<userdefines><userdefine index="1"><label>Ward book</label><value>W-4711</value></userdefine>
</userdefines>
<dataacquisition date="2020-05-18" time="15:48:11"><machine machineid="US001"
 detaildescription="Philips Medical Products:860315:A.07">PageWriter TC</machine>
<acquirer><operator id="NURSE7">Schwester Hanna</operator>
<institutionname>Klinikum Beispielstadt</institutionname></acquirer>
<signalcharacteristics><samplingrate>250</samplingrate><resolution>2.5</resolution>
<acquisitiontype>10-WIRE</acquisitiontype><bitspersample>16</bitspersample>
<signaloffset>0</signaloffset><signalsigned>True</signalsigned>
<numberchannelsallocated>12</numberchannelsallocated>
<electrodeplacement>STD</electrodeplacement></signalcharacteristics></dataacquisition>
"""
    + _PATIENT
    + """
<interpretations><interpretation date="2020-05-18" time="15:48:11">
<globalmeasurements><heartrate>47</heartrate><rrint>1276</rrint><print>164</print>
<qtint>Failed</qtint><qtcb>412</qtcb><qrsfrontaxis>-22</qrsfrontaxis></globalmeasurements>
"""
    + _STATEMENTS
    + """
</interpretation></interpretations>
<waveforms><parsedwaveforms dataencoding="{encoding}" compression="{packing}"
 numberofleads="{n_leads}" leadlabels={labels} durationperchannel="{duration}"
 samplespersecond="500" resolution="5" signaloffset="0" signalsigned="True" bitspersample="16"
 hipass="0.05" lowpass="150" notchfiltered="False">{waves}</parsedwaveforms>{beats}</waveforms>
</restingecgdata>
"""
)
_OLD = (
    """\
<restingecgdata xmlns="http://www3.medical.philips.com" status="New" lang="en">
<documentinfo><documentname>made.xml</documentname><documenttype>SierraECG</documenttype>
<documentversion>{version}</documentversion></documentinfo>
<dataacquisition date="2011-12-01" time="07:27:34"><machine machineid="0001"
 detaildescription="">HeartstartMRx</machine>
<acquirer><operatorid>NURSE7</operatorid>
<institutionname>Klinikum Beispielstadt</institutionname></acquirer>
<signalcharacteristics><samplingrate>500</samplingrate><signalresolution>5</signalresolution>
<signalbandwidth>0.05-150</signalbandwidth><acquisitiontype>STD-12</acquisitiontype>
<bitspersample>16</bitspersample><signaloffset>0</signaloffset><signalsigned>True</signalsigned>
<numberchannelsallocated>{n_leads}</numberchannelsallocated></signalcharacteristics>
</dataacquisition>
"""
    + _PATIENT
    + """
<interpretations><interpretation date="2011-12-01" time="07:27:34">
<interpretationmeasurements><heartrate>41</heartrate><meanprint>151</meanprint>
<meanqtc>393</meanqtc></interpretationmeasurements>
"""
    + _STATEMENTS
    + """
</interpretation></interpretations>
<waveforms><parsedwaveforms compressflag="{is_packed}" compressmethod="{packing}"
 dataencoding="{encoding}" durationperchannel="{duration}" nbitspersample="16"
>{waves}</parsedwaveforms>{beats}</waveforms>
</restingecgdata>
"""
)
