#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the videos and sounds of the demonstration portal: `python3 docs/demo/media.py`.

Needs Debian's python3-pil, python3-numpy, ffmpeg and fonts-dejavu. Pictures come from content/anh, words from this file;
captions and chapters are written from the same lines as the pictures' titles.
"""

import pathlib
import subprocess
import tempfile
import wave

import numpy
from PIL import Image, ImageDraw, ImageFont

CONTENT = pathlib.Path(__file__).resolve().parents[2] / "content"
MEDIA = CONTENT / "da-phuong-tien"
FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf"
WIDTH, HEIGHT, RATE = 960, 540, 24000

# name: [(picture, seconds, title, what the caption says)]
VIDEOS = {
    "bon-mua-may-ngan": [
        ("hoa-dao", 4, "Mùa xuân", "[Nhạc nhẹ] Mùa xuân: đào nở trên nương."),
        ("ruong-bac-thang-nuoc-do", 4, "Mùa nước đổ", "Tháng Năm: nước về, ruộng bậc thang soi trời."),
        ("ruong-bac-thang-mua-vang", 4, "Mùa vàng", "Tháng Chín: lúa chín vàng các sườn núi."),
        ("ret-dam", 4, "Mùa đông", "Tháng Chạp: sương giá, trâu được mặc áo ấm."),
    ],
    "nghe-coi-bao-lu": [
        ("mua-o-ban", 4, "1. Mưa lớn, nghe còi ngắn: chuẩn bị", "[Nhạc nhẹ] Còi ngắn: gói giấy tờ, thuốc, đèn pin; dắt trâu bò lên cao."),
        ("so-tan-mua-lu", 5, "2. Còi dài: đi ngay theo biển xanh", "Còi dài: đưa người già, trẻ em đi trước, theo biển xanh đến nhà văn hóa."),
        ("nha-san", 4, "3. Chỉ về khi có lệnh", "Điểm danh với trưởng thôn. Chỉ về nhà khi nghe ba tiếng còi ngắn cách nhau."),
    ],
    "phan-loai-rac-ba-thung": [
        ("phan-loai-rac", 5, "Ba thùng, ba màu", "[Nhạc nhẹ] Xanh lá: rác hữu cơ. Vàng: giấy, nhựa, kim loại. Xanh dương: rác còn lại."),
        ("cho-phien", 4, "Rau củ thừa vào thùng xanh lá", "Rau, vỏ quả, bã chè vào thùng xanh lá: xe thu ngày chẵn."),
        ("doi-che", 4, "Rác hữu cơ thành phân cho chè", "Rác hữu cơ ủ sáu tuần thành phân bón cho nương chè."),
    ],
}


def run(*words):
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def tone(seconds, pitch, strength=0.3, harmonics=(1, 0.4, 0.15), fade=1.5):
    """A plucked note as samples between -1 and 1."""
    t = numpy.arange(int(seconds * RATE)) / RATE
    wave_form = sum(share * numpy.sin(2 * numpy.pi * pitch * (i + 1) * t) for i, share in enumerate(harmonics))
    return strength * wave_form * numpy.exp(-t * fade) * numpy.minimum(1, t * 60)


def melody(seconds, seed, step=0.5):
    """A slow tune in five notes, the same for the same seed."""
    notes = [293.66, 329.63, 392.0, 440.0, 493.88, 587.33]
    source = numpy.random.RandomState(seed)
    line, place = numpy.zeros(int((seconds + 3) * RATE)), 2
    for i in range(int(seconds / step) - 1):
        place = int(numpy.clip(place + source.choice((-2, -1, 1, 1, 2)), 0, len(notes) - 1))
        note = tone(2.6, notes[place], 0.16)
        if i % 4 == 0:
            note = note + tone(2.6, notes[place % 3] / 2, 0.14)
        start = int(i * step * RATE)
        line[start:start + len(note)] += note
    end = int(seconds * RATE)
    return line[:end] * numpy.minimum(1, numpy.arange(end, 0, -1) / RATE)


def siren(blasts):
    """Blasts of (seconds on, seconds off) of two close pitches."""
    parts = []
    for sounding, silent in blasts:
        t = numpy.arange(int(sounding * RATE)) / RATE
        edge = numpy.minimum(1, numpy.minimum(t, sounding - t) * 20)
        parts.append(0.25 * edge * (numpy.sin(2 * numpy.pi * 620 * t) + 0.6 * numpy.sin(2 * numpy.pi * 628 * t)))
        parts.append(numpy.zeros(int(silent * RATE)))
    return numpy.concatenate(parts)


def write_wave(path, samples):
    with wave.open(str(path), "wb") as out:
        out.setparams((1, 2, RATE, 0, "NONE", ""))
        out.writeframes((numpy.clip(samples, -1, 1) * 32000).astype("<i2").tobytes())


def slide(picture, title, path):
    """A picture of the portal with its title on a dark band at the top; captions stand below."""
    image = Image.open(CONTENT / "anh" / (picture + ".jpg")).convert("RGB")
    scale = max(WIDTH / image.width, HEIGHT / image.height)
    image = image.resize((round(image.width * scale), round(image.height * scale)), Image.LANCZOS)
    left, top = (image.width - WIDTH) // 2, (image.height - HEIGHT) // 2
    image = image.crop((left, top, left + WIDTH, top + HEIGHT))
    pen = ImageDraw.Draw(image, "RGBA")
    pen.rectangle((0, 0, WIDTH, 78), fill=(12, 28, 34, 190))
    pen.text((36, 39), title, font=ImageFont.truetype(FONT, 28), fill="#ffffff", anchor="lm")
    image.save(path)


def stamp(seconds):
    return "00:%02d:%02d.000" % (seconds // 60, seconds % 60)


def write_text_tracks(folder, slides):
    """The captions and the chapters (WebVTT)."""
    captions, chapters, at = ["WEBVTT", ""], ["WEBVTT", ""], 0
    for number, (_, seconds, title, words) in enumerate(slides, 1):
        span = "%s --> %s" % (stamp(at), stamp(at + seconds))
        captions += [str(number), span, words, ""]
        chapters += [str(number), span, title, ""]
        at += seconds
    (folder / "phu-de.vtt").write_text("\n".join(captions), encoding="utf-8")
    (folder / "chuong.vtt").write_text("\n".join(chapters), encoding="utf-8")


def make_video(name, slides, seed):
    folder = MEDIA / name
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        place = pathlib.Path(place)
        words, filters, total = ["ffmpeg", "-y"], [], 0
        for i, (picture, seconds, title, _) in enumerate(slides):
            slide(picture, title, place / ("%d.png" % i))
            words += ["-loop", "1", "-t", str(seconds + 0.6), "-r", "12", "-i", str(place / ("%d.png" % i))]
            if i:
                before = "[v%d]" % (i - 1) if i > 1 else "[0]"
                filters.append("%s[%d]xfade=duration=0.6:offset=%s[v%d]" % (before, i, total, i))
            total += seconds
        write_wave(place / "tune.wav", melody(total, seed))
        words += ["-i", str(place / "tune.wav"), "-filter_complex", ";".join(filters) + ";[v%d]format=yuv420p[out]" % (len(slides) - 1),
                  "-map", "[out]", "-map", str(len(slides)), "-t", str(total), "-c:v", "libx264", "-preset", "veryslow", "-crf", "30",
                  "-tune", "stillimage", "-threads", "1", "-c:a", "aac", "-b:a", "40k", "-movflags", "+faststart",
                  "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact", "-map_metadata", "-1", str(folder / "video.mp4")]
        run(*words)
    write_text_tracks(folder, slides)


def make_sound(name, samples):
    folder = MEDIA / name
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        write_wave(pathlib.Path(place) / "sound.wav", samples)
        run("ffmpeg", "-y", "-i", place + "/sound.wav", "-c:a", "libmp3lame", "-b:a", "48k", "-fflags", "+bitexact",
            "-flags:a", "+bitexact", "-map_metadata", "-1", "-write_xing", "0", str(folder / "am-thanh.mp3"))


def main():
    for seed, (name, slides) in enumerate(VIDEOS.items(), 3):
        make_video(name, slides, seed)
    pause = numpy.zeros(int(1.5 * RATE))
    ready, leave, safe = siren([(0.6, 0.6)] * 4), siren([(6, 0.8)]), siren([(0.6, 1.6)] * 3)
    make_sound("tieng-coi-bao-lu", numpy.concatenate([ready, pause, leave, pause, safe]))
    make_sound("nhac-hieu-loa-xa", melody(14, 11, 0.45))


main()
