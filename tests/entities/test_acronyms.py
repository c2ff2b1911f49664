from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beritanlp.entities.acronyms import is_short_form


@pytest.mark.parametrize(
    ("short", "long", "fits"),
    [
        ("BNPB", "Badan Nasional Penanggulangan Bencana", True),
        ("Kemenkeu", "Kementerian Keuangan", True),
        ("Kemendagri", "Kementerian Dalam Negeri", True),
        ("Polri", "Kepolisian Negara Republik Indonesia", False),
        ("BPS", "Badan Pusat Statistik", True),
        ("KPK", "Kementerian Keuangan", False),
        ("", "Badan Pusat", False),
        ("Kapolri", "Kepala Polri", True),
        ("Mendagri", "Menteri Dalam Negeri", True),
        ("Menkopolhukam", "Menteri Koordinator Politik, Hukum, dan Keamanan", True),
        ("OKU", "Ogan Komering Ulu", True),
        ("Unej", "Universitas Jember", True),
        ("Polda", "Kepolisian Daerah", False),
        ("BPS", "Bank Perkreditan", False),
        ("Bappenas", "Badan Perencanaan Pembangunan Nasional", True),
    ],
)
def test_short_forms(short: str, long: str, fits: bool) -> None:
    assert is_short_form(short, long) is fits


@given(st.text(max_size=30), st.text(max_size=60))
def test_short_form_never_raises(short: str, long: str) -> None:
    assert isinstance(is_short_form(short, long), bool)
