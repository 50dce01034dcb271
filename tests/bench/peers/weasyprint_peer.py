"""WeasyPrint in process, its fonts looked up once.   weasyprint_peer.py FILE.html"""
import logging
import sys
import time

import weasyprint
from weasyprint.text.fonts import FontConfiguration

import peer

logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
fonts = FontConfiguration()
peer.serve(lambda text: weasyprint.HTML(string=text).write_pdf(font_config=fonts, pdf_tags=True), sys.argv[1],
           time.process_time)
