"""Small GE MUSE files in XML, written for tests in the layout that its exports have."""

import base64
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.int64]

LEADS = ("I", "II", "V1", "V2", "V3", "V4", "V5", "V6")
DERIVED = ("III", "aVR", "aVL", "aVF")
FS_HZ = 500
UV_PER_UNIT = 4.88


def made_counts(n_leads: int = 8, n_samples: int = 400) -> Counts:
    """Return int64 (n_leads, n_samples): every lead has its own values."""
    steps = np.arange(n_samples)
    rows = [
        np.round(50 * np.sin(steps / (6 + lead)) + 5 * lead + 180 * (steps % 90 == 45))
        for lead in range(n_leads)
    ]
    return np.array(rows).astype(np.int64)


def derived_mv(mv: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return III, aVR, aVL and aVF of leads whose first are I and II (Einthoven, Goldberger)."""
    one, two = mv[:2]
    return np.stack([two - one, -(one + two) / 2, one - two / 2, two - one / 2])


def lead_data(name: str, counts: Counts, width: int = 2) -> str:
    """Return a LeadData element."""
    content = counts.astype(f"<i{width}").tobytes()
    text = base64.b64encode(content).decode()
    lines = "\n".join(text[at : at + 68] for at in range(0, len(text), 68))
    return f"""\
      <LeadData>
         <LeadByteCountTotal>{len(content)}</LeadByteCountTotal>
         <LeadTimeOffset>0</LeadTimeOffset>
         <LeadSampleCountTotal>{counts.size}</LeadSampleCountTotal>
         <LeadAmplitudeUnitsPerBit>{UV_PER_UNIT}</LeadAmplitudeUnitsPerBit>
         <LeadAmplitudeUnits>MICROVOLTS</LeadAmplitudeUnits>
         <LeadHighLimit>32767</LeadHighLimit>
         <LeadLowLimit>-32768</LeadLowLimit>
         <LeadID>{name}</LeadID>
         <LeadOffsetFirstSample>0</LeadOffsetFirstSample>
         <FirstSampleBaseline>0</FirstSampleBaseline>
         <LeadSampleSize>{width}</LeadSampleSize>
         <LeadOff>FALSE</LeadOff>
         <BaselineSway>FALSE</BaselineSway>
         <LeadDataCRC32>{zlib.crc32(content)}</LeadDataCRC32>
         <WaveFormData>
{lines}
         </WaveFormData>
      </LeadData>
"""


def waveform(
    kind: str, leads: Mapping[str, Counts], *, rate_hz: int = FS_HZ, width: int = 2
) -> str:
    """Return a Waveform element."""
    inner = "".join(lead_data(name, row, width) for name, row in leads.items())
    return f"""\
   <Waveform>
      <WaveformType>{kind}</WaveformType>
      <WaveformStartTime>0</WaveformStartTime>
      <NumberofLeads>{len(leads)}</NumberofLeads>
      <SampleType>CONTINUOUS_SAMPLES</SampleType>
      <SampleBase>{rate_hz}</SampleBase>
      <SampleExponent>0</SampleExponent>
      <HighPassFilter>16</HighPassFilter>
      <LowPassFilter>150</LowPassFilter>
      <ACFilter>50</ACFilter>
{inner}   </Waveform>
"""


def named(counts: Counts, names: Sequence[str] = LEADS) -> dict[str, Counts]:
    """Return leads by their names."""
    return dict(zip(names, counts, strict=True))


def write_muse(
    path: Path,
    *waveforms: str,
    written_as: str = "iso-8859-1",
    changes: Sequence[tuple[str, str]] = (),
) -> Path:
    """Write a file; changes: what stands in it and what shall stand instead, once."""
    said = f"{_FACTS}{''.join(waveforms)}</RestingECG>\n"
    for before, after in changes:
        assert before in said, before
        said = said.replace(before, after, 1)
    head = f'<?xml version="1.0" encoding="{written_as}"?>\n'
    path.write_bytes((head + said).encode(written_as))
    return path


_FACTS = """\
<!DOCTYPE RestingECG SYSTEM "restecg.dtd">
<RestingECG>
   <MuseInfo><MuseVersion>9.0.7.17363</MuseVersion></MuseInfo>
   <PatientDemographics>
      <PatientID>12345-67</PatientID>
      <PatientAge>69</PatientAge>
      <AgeUnits>YEARS</AgeUnits>
      <DateofBirth>02-03-1951</DateofBirth>
      <Gender>FEMALE</Gender>
      <PatientLastName>Müstermann</PatientLastName>
      <PatientFirstName>Erika</PatientFirstName>
   </PatientDemographics>
   <TestDemographics>
      <DataType>RESTING</DataType>
      <Site>1</Site>
      <SiteName>Klinikum Beispielstadt</SiteName>
      <AcquisitionDevice>MAC55</AcquisitionDevice>
      <Status>CONFIRMED</Status>
      <AcquisitionTime>15:48:11</AcquisitionTime>
      <AcquisitionDate>05-18-2020</AcquisitionDate>
      <AcquisitionSoftwareVersion>010A.02</AcquisitionSoftwareVersion>
      <AnalysisSoftwareVersion>241</AnalysisSoftwareVersion>
      <OverreaderLastName>Weber</OverreaderLastName>
      <AcquisitionTechID>NURSE7</AcquisitionTechID>
   </TestDemographics>
   <RestingECGMeasurements>
      <VentricularRate>48</VentricularRate>
      <AtrialRate>0</AtrialRate>
      <PRInterval>138</PRInterval>
      <QRSDuration>96</QRSDuration>
      <PAxis>0</PAxis>
      <QOnset>50</QOnset>
      <QOffset>98</QOffset>
      <POnset>10</POnset>
      <POffset>40</POffset>
      <TOffset>150</TOffset>
      <ECGSampleBase>500</ECGSampleBase>
      <ECGSampleExponent>0</ECGSampleExponent>
   </RestingECGMeasurements>
   <Diagnosis>
      <Modality>RESTING</Modality>
      <DiagnosisStatement><StmtFlag>ENDSLINE</StmtFlag><StmtText>Sinus bradycardia</StmtText>
      </DiagnosisStatement>
      <DiagnosisStatement><StmtText>Left axis</StmtText></DiagnosisStatement>
      <DiagnosisStatement><StmtFlag>ENDSLINE</StmtFlag><StmtText>deviation</StmtText>
      </DiagnosisStatement>
      <DiagnosisStatement><StmtFlag>ENDSLINE</StmtFlag>
      <StmtText>Confirmed by SMITH, J (17) on 5/19/2020</StmtText></DiagnosisStatement>
   </Diagnosis>
   <OriginalDiagnosis>
      <DiagnosisStatement><StmtFlag>ENDSLINE</StmtFlag><StmtText>Sinus rhythm</StmtText>
      </DiagnosisStatement>
   </OriginalDiagnosis>
   <QRSTimesTypes>
      <QRS><Number>1</Number><Type>0</Type><Time>100</Time></QRS>
      <QRS><Number>2</Number><Type>1</Type><Time>500</Time></QRS>
      <QRS><Number>3</Number><Type>0</Type><Time>9000</Time></QRS>
   </QRSTimesTypes>
"""
