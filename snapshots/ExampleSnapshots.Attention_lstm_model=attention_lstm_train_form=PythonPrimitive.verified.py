#!rnn.py
# Written by NetDsl from the model attention_lstm_train: change the model, not this file.
from returnn.tensor import Dim, batch_dim
from returnn.tensor.marked_dim import ImplicitSparseDim
use_tensorflow = True
behavior_version = 21
task = "train"
train = {"class": "HDFDataset", "files": ["train.hdf"]}
dev = {"class": "HDFDataset", "files": ["dev.hdf"]}
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
audio_dim = Dim(40, name="audio", kind=Dim.Types.Feature)
label_time_dim = Dim(None, name="label_time", kind=Dim.Types.Spatial)
labels_dim = Dim(1000, name="labels", kind=Dim.Types.Feature)
cells_dim = Dim(1024, name="cells", kind=Dim.Types.Feature)
ceil_time_3_dim = time_dim.ceildiv_right(3)
_2_cells_dim = 2 * cells_dim
ceil_time_6_dim = time_dim.ceildiv_right(6)
keys_dim = Dim(1024, name="keys", kind=Dim.Types.Feature)
embed_dim = Dim(621, name="embed", kind=Dim.Types.Feature)
filter_width_dim = Dim(5, name="filter_width", kind=Dim.Types.Spatial)
read_dim = Dim(1, name="read", kind=Dim.Types.Feature)
location_dim = Dim(32, name="location", kind=Dim.Types.Feature)
s_dim = Dim(1000, name="s", kind=Dim.Types.Feature)
energy_dim = Dim(1, name="energy", kind=Dim.Types.Feature)
s_embed_dim = s_dim + embed_dim
s_embed_2_cells_dim = s_embed_dim + _2_cells_dim
readout_dim = Dim(1000, name="readout", kind=Dim.Types.Feature)
extern_data = {
  "data": {"dim_tags": (batch_dim, time_dim, audio_dim), "dtype": "float32", "available_for_inference": True},
  "classes": {"dim_tags": (batch_dim, label_time_dim), "dtype": "int32", "sparse_dim": labels_dim},
}
network = {
  "encoder.lstms.layers.0.forward": {"class": "rec", "from": "data:data", "unit": "nativelstm2", "out_dim": cells_dim, "name_scope": "encoder/lstms/layers/0/forward/rec", "out_shape": {time_dim, batch_dim, cells_dim}},
  "encoder.lstms.layers.0.backward": {"class": "rec", "from": "data:data", "unit": "nativelstm2", "direction": -1, "out_dim": cells_dim, "name_scope": "encoder/lstms/layers/0/backward/rec", "out_shape": {time_dim, batch_dim, cells_dim}},
  "encoder.lstms.pool": {"class": "pool", "from": ["encoder.lstms.layers.0.forward", "encoder.lstms.layers.0.backward"], "mode": "max", "pool_size": [3], "strides": [3], "padding": "same", "in_spatial_dims": [time_dim], "use_time_mask": False, "out_shape": {batch_dim, ceil_time_3_dim, _2_cells_dim}},
  "encoder.lstms.layers.1.forward": {"class": "rec", "from": "encoder.lstms.pool", "unit": "nativelstm2", "dropout": 0.3, "dropout_noise_shape": {"*": None}, "out_dim": cells_dim, "name_scope": "encoder/lstms/layers/1/forward/rec", "out_shape": {ceil_time_3_dim, batch_dim, cells_dim}},
  "encoder.lstms.layers.1.backward": {"class": "rec", "from": "encoder.lstms.pool", "unit": "nativelstm2", "direction": -1, "dropout": 0.3, "dropout_noise_shape": {"*": None}, "out_dim": cells_dim, "name_scope": "encoder/lstms/layers/1/backward/rec", "out_shape": {ceil_time_3_dim, batch_dim, cells_dim}},
  "encoder.lstms.pool_2": {"class": "pool", "from": ["encoder.lstms.layers.1.forward", "encoder.lstms.layers.1.backward"], "mode": "max", "pool_size": [2], "strides": [2], "padding": "same", "in_spatial_dims": [ceil_time_3_dim], "use_time_mask": False, "out_shape": {batch_dim, ceil_time_6_dim, _2_cells_dim}},
  "encoder.lstms.layers.2.forward": {"class": "rec", "from": "encoder.lstms.pool_2", "unit": "nativelstm2", "dropout": 0.3, "dropout_noise_shape": {"*": None}, "out_dim": cells_dim, "name_scope": "encoder/lstms/layers/2/forward/rec", "out_shape": {ceil_time_6_dim, batch_dim, cells_dim}},
  "encoder.lstms.layers.2.backward": {"class": "rec", "from": "encoder.lstms.pool_2", "unit": "nativelstm2", "direction": -1, "dropout": 0.3, "dropout_noise_shape": {"*": None}, "out_dim": cells_dim, "name_scope": "encoder/lstms/layers/2/backward/rec", "out_shape": {ceil_time_6_dim, batch_dim, cells_dim}},
  "encoder.lstms.layers.3.forward": {"class": "rec", "from": ["encoder.lstms.layers.2.forward", "encoder.lstms.layers.2.backward"], "unit": "nativelstm2", "dropout": 0.3, "dropout_noise_shape": {"*": None}, "out_dim": cells_dim, "name_scope": "encoder/lstms/layers/3/forward/rec", "out_shape": {ceil_time_6_dim, batch_dim, cells_dim}},
  "encoder.lstms.layers.3.backward": {"class": "rec", "from": ["encoder.lstms.layers.2.forward", "encoder.lstms.layers.2.backward"], "unit": "nativelstm2", "direction": -1, "dropout": 0.3, "dropout_noise_shape": {"*": None}, "out_dim": cells_dim, "name_scope": "encoder/lstms/layers/3/backward/rec", "out_shape": {ceil_time_6_dim, batch_dim, cells_dim}},
  "encoder.lstms.layers.4.forward": {"class": "rec", "from": ["encoder.lstms.layers.3.forward", "encoder.lstms.layers.3.backward"], "unit": "nativelstm2", "dropout": 0.3, "dropout_noise_shape": {"*": None}, "out_dim": cells_dim, "name_scope": "encoder/lstms/layers/4/forward/rec", "out_shape": {ceil_time_6_dim, batch_dim, cells_dim}},
  "encoder.lstms.layers.4.backward": {"class": "rec", "from": ["encoder.lstms.layers.3.forward", "encoder.lstms.layers.3.backward"], "unit": "nativelstm2", "direction": -1, "dropout": 0.3, "dropout_noise_shape": {"*": None}, "out_dim": cells_dim, "name_scope": "encoder/lstms/layers/4/backward/rec", "out_shape": {ceil_time_6_dim, batch_dim, cells_dim}},
  "encoder.lstms.layers.5.forward": {"class": "rec", "from": ["encoder.lstms.layers.4.forward", "encoder.lstms.layers.4.backward"], "unit": "nativelstm2", "dropout": 0.3, "dropout_noise_shape": {"*": None}, "out_dim": cells_dim, "name_scope": "encoder/lstms/layers/5/forward/rec", "out_shape": {ceil_time_6_dim, batch_dim, cells_dim}},
  "encoder.lstms.layers.5.backward": {"class": "rec", "from": ["encoder.lstms.layers.4.forward", "encoder.lstms.layers.4.backward"], "unit": "nativelstm2", "direction": -1, "dropout": 0.3, "dropout_noise_shape": {"*": None}, "out_dim": cells_dim, "name_scope": "encoder/lstms/layers/5/backward/rec", "out_shape": {ceil_time_6_dim, batch_dim, cells_dim}},
  "encoder.lstms.copy": {"class": "copy", "from": ["encoder.lstms.layers.5.forward", "encoder.lstms.layers.5.backward"], "out_dim": _2_cells_dim, "out_shape": {ceil_time_6_dim, batch_dim, _2_cells_dim}},
  "decoder.attention.source.W": {"class": "variable", "shape": [_2_cells_dim, keys_dim], "param_name": "W", "name_scope": "decoder/attention/source", "init": "glorot_uniform"},
  "decoder.attention.source.dot": {"class": "dot", "from": ["encoder.lstms.copy", "decoder.attention.source.W"], "reduce": _2_cells_dim, "out_shape": {ceil_time_6_dim, batch_dim, keys_dim}},
  "decoder.attention.source.b": {"class": "variable", "shape": [keys_dim], "param_name": "b", "name_scope": "decoder/attention/source", "init": 0.0},
  "decoder.attention.source.add": {"class": "combine", "kind": "add", "from": ["decoder.attention.source.dot", "decoder.attention.source.b"], "out_shape": {ceil_time_6_dim, batch_dim, keys_dim}},
  "decoder.embed.W": {"class": "variable", "shape": [labels_dim, embed_dim], "param_name": "W", "name_scope": "decoder/embed", "init": "glorot_uniform"},
  "decoder.attention.filter": {"class": "variable", "shape": [filter_width_dim, read_dim, location_dim], "param_name": "filter", "name_scope": "decoder/attention", "init": "glorot_uniform"},
  "decoder.attention.location.W": {"class": "variable", "shape": [location_dim, keys_dim], "param_name": "W", "name_scope": "decoder/attention/location", "init": "glorot_uniform"},
  "decoder.attention.query.W": {"class": "variable", "shape": [s_dim, keys_dim], "param_name": "W", "name_scope": "decoder/attention/query", "init": "glorot_uniform"},
  "decoder.attention.energy.W": {"class": "variable", "shape": [keys_dim, energy_dim], "param_name": "W", "name_scope": "decoder/attention/energy", "init": "glorot_uniform"},
  "zeros": {"class": "constant", "value": 0.0, "shape": [batch_dim, ceil_time_6_dim], "dtype": "float32"},
  "decoder.readout.W": {"class": "variable", "shape": [s_embed_2_cells_dim, readout_dim], "param_name": "W", "name_scope": "decoder/readout", "init": "glorot_uniform"},
  "decoder.readout.b": {"class": "variable", "shape": [readout_dim], "param_name": "b", "name_scope": "decoder/readout", "init": 0.0},
  "decoder.output_prob.W": {"class": "variable", "shape": [readout_dim, labels_dim], "param_name": "W", "name_scope": "decoder/output_prob", "init": "glorot_uniform"},
  "decoder.output_prob.b": {"class": "variable", "shape": [labels_dim], "param_name": "b", "name_scope": "decoder/output_prob", "init": 0.0},
  "decoder.loop": {"class": "rec", "from": [], "axis": label_time_dim, "unit": {
    "embed.gather": {"class": "gather", "from": "base:decoder.embed.W", "position": "prev:choice", "axis": labels_dim, "out_shape": {batch_dim, embed_dim}},
    "s": {"class": "rec", "from": ["embed.gather", "prev:context"], "unit": "nativelstm2", "out_dim": s_dim, "name_scope": "s/rec", "out_shape": {batch_dim, s_dim}},
    "attention.expand_dims": {"class": "expand_dims", "from": "prev:read", "axis": "f", "dim": read_dim, "out_shape": {batch_dim, ceil_time_6_dim, read_dim}},
    "attention.conv": {"class": "conv", "from": "attention.expand_dims", "filter": "base:decoder.attention.filter", "filter_size": [5], "padding": "same", "strides": [1], "dilation_rate": [1], "groups": 1, "in_spatial_dims": [ceil_time_6_dim], "out_dim": location_dim, "with_bias": False, "activation": None, "out_shape": {batch_dim, ceil_time_6_dim, location_dim}},
    "attention.location.dot": {"class": "dot", "from": ["attention.conv", "base:decoder.attention.location.W"], "reduce": location_dim, "out_shape": {batch_dim, ceil_time_6_dim, keys_dim}},
    "attention.add": {"class": "combine", "kind": "add", "from": ["base:decoder.attention.source.add", "attention.location.dot"], "out_shape": {ceil_time_6_dim, batch_dim, keys_dim}},
    "attention.query.dot": {"class": "dot", "from": ["s", "base:decoder.attention.query.W"], "reduce": s_dim, "out_shape": {batch_dim, keys_dim}},
    "attention.add_2": {"class": "combine", "kind": "add", "from": ["attention.add", "attention.query.dot"], "out_shape": {ceil_time_6_dim, batch_dim, keys_dim}},
    "attention.tanh": {"class": "activation", "from": "attention.add_2", "activation": "tanh", "out_shape": {ceil_time_6_dim, batch_dim, keys_dim}},
    "attention.energy.dot": {"class": "dot", "from": ["attention.tanh", "base:decoder.attention.energy.W"], "reduce": keys_dim, "out_shape": {ceil_time_6_dim, batch_dim, energy_dim}},
    "attention.squeeze": {"class": "squeeze", "from": "attention.energy.dot", "axis": energy_dim, "out_shape": {ceil_time_6_dim, batch_dim}},
    "attention.softmax": {"class": "softmax_over_spatial", "from": "attention.squeeze", "axis": ceil_time_6_dim, "use_time_mask": True, "out_shape": {ceil_time_6_dim, batch_dim}},
    "context": {"class": "dot", "from": ["attention.softmax", "base:encoder.lstms.copy"], "reduce": ceil_time_6_dim, "out_shape": {batch_dim, _2_cells_dim}, "initial_output": 0.0},
    "read": {"class": "combine", "kind": "add", "from": ["prev:read", "attention.softmax"], "out_shape": {batch_dim, ceil_time_6_dim}, "initial_output": "base:zeros"},
    "concat": {"class": "concat", "from": [["s", s_dim], ["embed.gather", embed_dim], ["context", _2_cells_dim]], "out_shape": {batch_dim, s_embed_2_cells_dim}},
    "readout.dot": {"class": "dot", "from": ["concat", "base:decoder.readout.W"], "reduce": s_embed_2_cells_dim, "out_shape": {batch_dim, readout_dim}},
    "readout.add": {"class": "combine", "kind": "add", "from": ["readout.dot", "base:decoder.readout.b"], "out_shape": {batch_dim, readout_dim}},
    "relu": {"class": "activation", "from": "readout.add", "activation": "relu", "out_shape": {batch_dim, readout_dim}},
    "output_prob.dot": {"class": "dot", "from": ["relu", "base:decoder.output_prob.W"], "reduce": readout_dim, "out_shape": {batch_dim, labels_dim}},
    "output": {"class": "combine", "kind": "add", "from": ["output_prob.dot", "base:decoder.output_prob.b"], "out_shape": {batch_dim, labels_dim}},
    "choice": {"class": "choice", "from": "output", "target": "classes", "beam_size": 12, "input_type": "logits", "length_normalization": True, "out_shape": {batch_dim, ImplicitSparseDim(labels_dim)}, "initial_output": 0},
  }, "target": "classes", "name_scope": "decoder", "out_shape": {label_time_dim, batch_dim, labels_dim}},
  "ce": {"class": "sparse_softmax_cross_entropy_with_logits", "logits": "decoder.loop", "targets": "data:classes", "axis": labels_dim, "out_shape": {label_time_dim, batch_dim}, "loss": "as_is"},
}
batch_size = 20000
max_seqs = 200
num_epochs = 150
optimizer = {"class": "adam", "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-08}
learning_rate = 0.0008
model = "model/net"
