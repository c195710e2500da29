#!rnn.py
use_tensorflow = True
network = {}
