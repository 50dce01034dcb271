"""Typst in process: one compiler, which remembers equal paragraphs, and tagged PDF/A-2a. (Typst 0.14 writes
one standard at a time: PDF/A-2a or PDF/UA-1.)   typst_peer.py FILE.typ FONTS"""
import sys
import time

import typst

import peer

compiler = typst.Compiler(font_paths=[sys.argv[2]], ignore_system_fonts=True)
peer.serve(lambda text: compiler.compile(input=text.encode(), format="pdf", pdf_standards=["a-2a"]), sys.argv[1],
           time.process_time)
