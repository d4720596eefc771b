#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the illustrations of the demonstration portal: `python3 docs/demo/pictures.py [part of a path …]`.

Needs Debian's python3-pil and python3-numpy. Seeds are fixed by the path, so the same call draws the same pictures.
"""

import io
import pathlib
import sys
import zlib

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from drawing import atlas, desk, land, life, outreach, season, service, town, works  # noqa: E402
from drawing.canvas import Canvas  # noqa: E402

CONTENT = pathlib.Path(__file__).resolve().parents[2] / "content"
LARGEST = 120_000  # bytes; pictures are read on slow lines
WIDE, SQUARE, TALL = (1600, 900), (1200, 1200), (1000, 1300)

PICTURES = [
    ("anh/nui-may-binh-minh.jpg", land.dawn, WIDE),
    ("anh/nui-may-hoang-hon.jpg", land.violet_evening, WIDE),
    ("anh/ruong-bac-thang-mua-vang.jpg", land.golden_terraces, WIDE),
    ("anh/ruong-bac-thang-nuoc-do.jpg", land.mirror_terraces, WIDE),
    ("anh/ruong-bac-thang-lua-xanh.jpg", land.green_terraces, WIDE),
    ("anh/ho-da-may.jpg", land.lake, WIDE),
    ("anh/song-ngan.jpg", land.river, WIDE),
    ("anh/vuon-cam.jpg", land.orange_garden, WIDE),
    ("anh/doi-che.jpg", land.tea_hills, WIDE),
    ("anh/thac-nuoc.jpg", land.waterfall, WIDE),
    ("anh/rung-thong.jpg", land.pine_mist, WIDE),
    ("anh/dem-trang.jpg", land.moonlit, WIDE),
    ("anh/mua-o-ban.jpg", land.rainy_village, WIDE),
    ("anh/ret-dam.jpg", season.frost, WIDE),
    ("anh/hoa-dao.jpg", season.blossom, SQUARE),
    ("anh/dap-nuoc.jpg", season.dam, WIDE),
    ("anh/trong-rung.jpg", season.planting, WIDE),
    ("anh/nha-san.jpg", life.village, WIDE),
    ("anh/cho-phien.jpg", life.market, WIDE),
    ("anh/le-hoi-den-long.jpg", life.lanterns, WIDE),
    ("anh/den-long-dung.jpg", life.lanterns, TALL),
    ("anh/nem-con.jpg", life.throwing, WIDE),
    ("anh/hoa-van-tho-cam.jpg", life.weaving, (1280, 720)),
    ("anh/hoa-van-vuong.jpg", life.weaving, (1000, 1000)),
    ("anh/khung-cui.jpg", life.loom, WIDE),
    ("anh/pho-hang-cham.jpg", life.indigo_street, WIDE),
    ("anh/mam-com.jpg", life.tray, WIDE),
    ("anh/che-xanh.jpg", life.tea, SQUARE),
    ("anh/dem-hoi-lua-trai.jpg", life.gong, WIDE),
    ("anh/pho-di-bo.jpg", life.walking_street, WIDE),
    ("anh/mot-cua.jpg", service.one_stop, WIDE),
    ("anh/tru-so-xa.jpg", service.commune_office, WIDE),
    ("anh/truong-hoc.jpg", service.school, WIDE),
    ("anh/lop-hoc.jpg", outreach.classroom, WIDE),
    ("anh/thu-vien.jpg", service.library, WIDE),
    ("anh/tram-y-te.jpg", service.clinic, WIDE),
    ("anh/tiem-chung-luu-dong.jpg", service.vaccination, WIDE),
    ("anh/hoi-nghi.jpg", service.conference, WIDE),
    ("anh/dich-vu-cong-dien-thoai.jpg", outreach.phone, WIDE),
    ("anh/to-cong-nghe-so.jpg", outreach.digital_team, WIDE),
    ("anh/khao-sat.jpg", outreach.survey, WIDE),
    ("anh/doi-thoai.jpg", outreach.dialogue, WIDE),
    ("anh/cau-khe-lim.jpg", works.bridge, WIDE),
    ("anh/duong-deo.jpg", works.pass_road, WIDE),
    ("anh/xe-buyt.jpg", works.bus_stop, WIDE),
    ("anh/dien-mat-troi.jpg", works.solar, WIDE),
    ("anh/tram-phat-song.jpg", works.antenna, WIDE),
    ("anh/cong-truong.jpg", works.building_site, WIDE),
    ("anh/phan-loai-rac.jpg", town.bins, WIDE),
    ("anh/bo-ke-song-ngan.jpg", town.embankment, WIDE),
    ("anh/so-tan-mua-lu.jpg", town.evacuation, WIDE),
    ("anh/giai-chay-nui.jpg", town.race, WIDE),
    ("anh/cho-dau-moi.jpg", town.wholesale, WIDE),
    ("anh/dong-goi-cam.jpg", town.packing, WIDE),
    ("anh/nuoc-sach.jpg", town.clean_water, WIDE),
    ("anh/gat-lua.jpg", town.harvest, WIDE),
    ("anh/thua-dat.jpg", desk.plots, WIDE),
    ("anh/tach-thua.jpg", desk.plots, WIDE),
    ("anh/ky-hop-cuoi-nam.jpg", desk.assembly, WIDE),
    ("anh/ra-soat-van-ban.jpg", desk.archive, WIDE),
    ("anh/bieu-do.jpg", desk.figures, WIDE),
    ("anh/ky-hop.jpg", desk.assembly, WIDE),
    ("anh/phong-thi.jpg", desk.exam, WIDE),
    ("anh/sua-may-nong-nghiep.jpg", desk.workshop, WIDE),
    ("anh/cau-treo.jpg", desk.footbridge, WIDE),
    ("anh/hop-thon.jpg", desk.village_meeting, WIDE),
    ("ban-do/tinh-may-ngan/ban-do.jpg", atlas.province, (1400, 1050)),
    ("sites/suoi-lua/anh/cau-treo-nam-suong.jpg", desk.footbridge, WIDE),
    ("sites/suoi-lua/anh/hop-thon-buoi-toi.jpg", desk.village_meeting, WIDE),
    ("sites/suoi-lua/anh/nuoc-ve-ban.jpg", town.clean_water, WIDE),
    ("sites/suoi-lua/anh/vuon-cam-da-may.jpg", land.orange_garden, WIDE),
    ("sites/suoi-lua/anh/ban-khe-lim.jpg", life.village, WIDE),
    ("sites/suoi-lua/anh/dong-lua-chin.jpg", land.golden_terraces, WIDE),
    ("sites/suoi-lua/anh/le-xuong-dong.jpg", life.throwing, WIDE),
    ("sites/suoi-lua/anh/ben-khung-cui.jpg", life.loom, WIDE),
    ("sites/suoi-lua/anh/tru-so-xa.jpg", service.commune_office, WIDE),
    ("sites/suoi-lua/anh/dong-thung-cam.jpg", town.packing, WIDE),
    ("sites/ben-suong/anh/bo-ke-chieu.jpg", town.embankment, WIDE),
    ("sites/ben-suong/anh/pho-hang-cham.jpg", life.indigo_street, WIDE),
    ("sites/ben-suong/anh/pho-di-bo-dem.jpg", life.walking_street, WIDE),
    ("sites/ben-suong/anh/quay-mot-cua.jpg", service.one_stop, WIDE),
    ("sites/ben-suong/anh/ba-thung-rac.jpg", town.bins, WIDE),
    ("sites/ben-suong/anh/tram-cho-xe.jpg", works.bus_stop, WIDE),
    ("sites/ben-suong/anh/phong-doc.jpg", service.library, WIDE),
]


def compressed(picture):
    """JPEG bytes of at most LARGEST, in the best quality that fits."""
    for quality in range(84, 33, -3):
        target = io.BytesIO()
        picture.save(target, "JPEG", quality=quality, optimize=True, progressive=True, subsampling=2)
        if target.tell() <= LARGEST:
            return target.getvalue()
    raise SystemExit("a picture does not fit into %d bytes" % LARGEST)


def main(parts):
    for path, scene, size in PICTURES:
        if parts and not any(part in path for part in parts):
            continue
        sheet = Canvas(*size, zlib.crc32(path.encode()))
        scene(sheet)
        data = compressed(sheet.finished())
        target = CONTENT / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        print("%-50s %4d kB" % (path, len(data) // 1024))


main(sys.argv[1:])
