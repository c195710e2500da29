#!rnn.py
# Written by NetDsl from the model tacotron2: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
task = "train"
train = {"class": "HDFDataset", "files": ["data/train.hdf"], "seq_ordering": "laplace:.1000", "partition_epoch": 5}
dev = {"class": "HDFDataset", "files": ["data/dev.hdf"]}
positions_dim = Dim(None, name="positions", kind=Dim.Types.Spatial)
phonemes_dim = Dim(45, name="phonemes", kind=Dim.Types.Feature)
frames_dim = Dim(None, name="frames", kind=Dim.Types.Spatial)
mel_dim = Dim(80, name="mel", kind=Dim.Types.Feature)
embedding_dim = Dim(512, name="embedding", kind=Dim.Types.Feature)
conv1_dim = Dim(512, name="conv1", kind=Dim.Types.Feature)
conv2_dim = Dim(512, name="conv2", kind=Dim.Types.Feature)
conv3_dim = Dim(512, name="conv3", kind=Dim.Types.Feature)
cells_dim = Dim(256, name="cells", kind=Dim.Types.Feature)
_2_cells_dim = 2 * cells_dim
duration_cells_dim = Dim(256, name="duration_cells", kind=Dim.Types.Feature)
duration_dim = Dim(1, name="duration", kind=Dim.Types.Feature)
prenet1_dim = Dim(256, name="prenet1", kind=Dim.Types.Feature)
prenet2_dim = Dim(256, name="prenet2", kind=Dim.Types.Feature)
states1_dim = Dim(1024, name="states1", kind=Dim.Types.Feature)
states2_dim = Dim(1024, name="states2", kind=Dim.Types.Feature)
post1_dim = Dim(512, name="post1", kind=Dim.Types.Feature)
post2_dim = Dim(512, name="post2", kind=Dim.Types.Feature)
post3_dim = Dim(512, name="post3", kind=Dim.Types.Feature)
post4_dim = Dim(512, name="post4", kind=Dim.Types.Feature)
extern_data = {
  "data": {
    "dim_tags": (batch_dim, positions_dim),
    "dtype": "int32",
    "sparse_dim": phonemes_dim,
    "available_for_inference": True,
  },
  "durations": {"dim_tags": (batch_dim, positions_dim), "dtype": "int32"},
  "speech": {"dim_tags": (batch_dim, frames_dim, mel_dim), "dtype": "float32"},
}
network = {
  "encoder.embedding": {"class": "linear", "from": "data:data", "out_dim": embedding_dim, "activation": None, "with_bias": False, "forward_weights_init": "glorot_uniform", "name_scope": "encoder/embedding", "out_shape": {batch_dim, positions_dim, embedding_dim}},
  "encoder.convs.0.conv": {"class": "conv", "from": "encoder.embedding", "filter_size": [5], "padding": "same", "strides": [1], "dilation_rate": [1], "groups": 1, "in_dim": embedding_dim, "in_spatial_dims": [positions_dim], "out_dim": conv1_dim, "with_bias": False, "activation": None, "forward_weights_init": "glorot_uniform", "name_scope": "encoder/convs/0/conv", "out_shape": {batch_dim, positions_dim, conv1_dim}},
  "encoder.convs.0.norm": {"class": "batch_norm", "from": "encoder.convs.0.conv", "in_dim": conv1_dim, "momentum": 0.1, "epsilon": 0.001, "use_shift": True, "use_std": True, "use_sample": 0.0, "force_sample": False, "update_sample_only_in_training": True, "delay_sample_update": True, "param_version": 2, "masked_time": False, "gamma_init": 1.0, "beta_init": 0.0, "name_scope": "encoder/convs/0/norm", "out_shape": {batch_dim, positions_dim, conv1_dim}},
  "encoder.relu": {"class": "activation", "from": "encoder.convs.0.norm", "activation": "relu", "out_shape": {batch_dim, positions_dim, conv1_dim}},
  "encoder.convs.1.conv": {"class": "conv", "from": "encoder.relu", "filter_size": [5], "padding": "same", "strides": [1], "dilation_rate": [1], "groups": 1, "in_dim": conv1_dim, "in_spatial_dims": [positions_dim], "out_dim": conv2_dim, "with_bias": False, "activation": None, "forward_weights_init": "glorot_uniform", "name_scope": "encoder/convs/1/conv", "dropout": 0.5, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, positions_dim, conv2_dim}},
  "encoder.convs.1.norm": {"class": "batch_norm", "from": "encoder.convs.1.conv", "in_dim": conv2_dim, "momentum": 0.1, "epsilon": 0.001, "use_shift": True, "use_std": True, "use_sample": 0.0, "force_sample": False, "update_sample_only_in_training": True, "delay_sample_update": True, "param_version": 2, "masked_time": False, "gamma_init": 1.0, "beta_init": 0.0, "name_scope": "encoder/convs/1/norm", "out_shape": {batch_dim, positions_dim, conv2_dim}},
  "encoder.relu_2": {"class": "activation", "from": "encoder.convs.1.norm", "activation": "relu", "out_shape": {batch_dim, positions_dim, conv2_dim}},
  "encoder.convs.2.conv": {"class": "conv", "from": "encoder.relu_2", "filter_size": [5], "padding": "same", "strides": [1], "dilation_rate": [1], "groups": 1, "in_dim": conv2_dim, "in_spatial_dims": [positions_dim], "out_dim": conv3_dim, "with_bias": False, "activation": None, "forward_weights_init": "glorot_uniform", "name_scope": "encoder/convs/2/conv", "dropout": 0.5, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, positions_dim, conv3_dim}},
  "encoder.convs.2.norm": {"class": "batch_norm", "from": "encoder.convs.2.conv", "in_dim": conv3_dim, "momentum": 0.1, "epsilon": 0.001, "use_shift": True, "use_std": True, "use_sample": 0.0, "force_sample": False, "update_sample_only_in_training": True, "delay_sample_update": True, "param_version": 2, "masked_time": False, "gamma_init": 1.0, "beta_init": 0.0, "name_scope": "encoder/convs/2/norm", "out_shape": {batch_dim, positions_dim, conv3_dim}},
  "encoder.relu_3": {"class": "activation", "from": "encoder.convs.2.norm", "activation": "relu", "out_shape": {batch_dim, positions_dim, conv3_dim}},
  "encoder.dropout": {"class": "dropout", "from": "encoder.relu_3", "dropout": 0.5, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, positions_dim, conv3_dim}},
  "encoder.states.forward": {"class": "rec", "from": "encoder.dropout", "unit": "nativelstm2", "out_dim": cells_dim, "name_scope": "encoder/states/forward/rec", "out_shape": {positions_dim, batch_dim, cells_dim}},
  "encoder.states.backward": {"class": "rec", "from": "encoder.dropout", "unit": "nativelstm2", "direction": -1, "out_dim": cells_dim, "name_scope": "encoder/states/backward/rec", "out_shape": {positions_dim, batch_dim, cells_dim}},
  "encoder.states.copy": {"class": "copy", "from": ["encoder.states.forward", "encoder.states.backward"], "out_dim": _2_cells_dim, "out_shape": {positions_dim, batch_dim, _2_cells_dim}},
  "durations.states.forward": {"class": "rec", "from": "encoder.states.copy", "unit": "nativelstm2", "out_dim": duration_cells_dim, "name_scope": "durations/states/forward/rec", "out_shape": {positions_dim, batch_dim, duration_cells_dim}},
  "durations.states.backward": {"class": "rec", "from": "encoder.states.copy", "unit": "nativelstm2", "direction": -1, "out_dim": duration_cells_dim, "name_scope": "durations/states/backward/rec", "out_shape": {positions_dim, batch_dim, duration_cells_dim}},
  "durations.output": {"class": "linear", "from": ["durations.states.forward", "durations.states.backward"], "out_dim": duration_dim, "activation": None, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "durations/output", "out_shape": {positions_dim, batch_dim, duration_dim}},
  "durations.squeeze": {"class": "squeeze", "from": "durations.output", "axis": duration_dim, "out_shape": {positions_dim, batch_dim}},
  "repeat": {"class": "repeat", "from": "encoder.states.copy", "axis": positions_dim, "repetitions": "data:durations", "out_dim": frames_dim, "out_shape": {batch_dim, frames_dim, _2_cells_dim}},
  "shift_axis": {"class": "shift_axis", "from": "data:speech", "axis": frames_dim, "amount": 1, "pad": True, "pad_value": 0.0, "adjust_size_info": False, "out_shape": {batch_dim, frames_dim, mel_dim}},
  "decoder.prenet1": {"class": "linear", "from": "shift_axis", "in_dim": mel_dim, "out_dim": prenet1_dim, "activation": "relu", "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "decoder/prenet1", "out_shape": {batch_dim, frames_dim, prenet1_dim}},
  "decoder.prenet2": {"class": "linear", "from": "decoder.prenet1", "in_dim": prenet1_dim, "out_dim": prenet2_dim, "activation": "relu", "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "decoder/prenet2", "dropout": 0.5, "dropout_noise_shape": {"*": None}, "dropout_on_forward": True, "out_shape": {batch_dim, frames_dim, prenet2_dim}},
  "decoder.dropout": {"class": "dropout", "from": "decoder.prenet2", "dropout": 0.5, "dropout_noise_shape": {"*": None}, "dropout_on_forward": True, "out_shape": {batch_dim, frames_dim, prenet2_dim}},
  "decoder.states1": {"class": "rec", "from": ["repeat", "decoder.dropout"], "unit": "nativelstm2", "out_dim": states1_dim, "name_scope": "decoder/states1/rec", "out_shape": {frames_dim, batch_dim, states1_dim}},
  "decoder.states2": {"class": "rec", "from": "decoder.states1", "unit": "nativelstm2", "out_dim": states2_dim, "name_scope": "decoder/states2/rec", "out_shape": {frames_dim, batch_dim, states2_dim}},
  "decoder.output": {"class": "linear", "from": ["decoder.states2", "repeat"], "out_dim": mel_dim, "activation": None, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "decoder/output", "out_shape": {frames_dim, batch_dim, mel_dim}},
  "postnet.convs.0.conv": {"class": "conv", "from": "decoder.output", "filter_size": [5], "padding": "same", "strides": [1], "dilation_rate": [1], "groups": 1, "in_dim": mel_dim, "in_spatial_dims": [frames_dim], "out_dim": post1_dim, "with_bias": False, "activation": None, "forward_weights_init": "glorot_uniform", "name_scope": "postnet/convs/0/conv", "out_shape": {batch_dim, frames_dim, post1_dim}},
  "postnet.convs.0.norm": {"class": "batch_norm", "from": "postnet.convs.0.conv", "in_dim": post1_dim, "momentum": 0.1, "epsilon": 0.001, "use_shift": True, "use_std": True, "use_sample": 0.0, "force_sample": False, "update_sample_only_in_training": True, "delay_sample_update": True, "param_version": 2, "masked_time": False, "gamma_init": 1.0, "beta_init": 0.0, "name_scope": "postnet/convs/0/norm", "out_shape": {batch_dim, frames_dim, post1_dim}},
  "postnet.tanh": {"class": "activation", "from": "postnet.convs.0.norm", "activation": "tanh", "out_shape": {batch_dim, frames_dim, post1_dim}},
  "postnet.convs.1.conv": {"class": "conv", "from": "postnet.tanh", "filter_size": [5], "padding": "same", "strides": [1], "dilation_rate": [1], "groups": 1, "in_dim": post1_dim, "in_spatial_dims": [frames_dim], "out_dim": post2_dim, "with_bias": False, "activation": None, "forward_weights_init": "glorot_uniform", "name_scope": "postnet/convs/1/conv", "dropout": 0.5, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, frames_dim, post2_dim}},
  "postnet.convs.1.norm": {"class": "batch_norm", "from": "postnet.convs.1.conv", "in_dim": post2_dim, "momentum": 0.1, "epsilon": 0.001, "use_shift": True, "use_std": True, "use_sample": 0.0, "force_sample": False, "update_sample_only_in_training": True, "delay_sample_update": True, "param_version": 2, "masked_time": False, "gamma_init": 1.0, "beta_init": 0.0, "name_scope": "postnet/convs/1/norm", "out_shape": {batch_dim, frames_dim, post2_dim}},
  "postnet.tanh_2": {"class": "activation", "from": "postnet.convs.1.norm", "activation": "tanh", "out_shape": {batch_dim, frames_dim, post2_dim}},
  "postnet.convs.2.conv": {"class": "conv", "from": "postnet.tanh_2", "filter_size": [5], "padding": "same", "strides": [1], "dilation_rate": [1], "groups": 1, "in_dim": post2_dim, "in_spatial_dims": [frames_dim], "out_dim": post3_dim, "with_bias": False, "activation": None, "forward_weights_init": "glorot_uniform", "name_scope": "postnet/convs/2/conv", "dropout": 0.5, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, frames_dim, post3_dim}},
  "postnet.convs.2.norm": {"class": "batch_norm", "from": "postnet.convs.2.conv", "in_dim": post3_dim, "momentum": 0.1, "epsilon": 0.001, "use_shift": True, "use_std": True, "use_sample": 0.0, "force_sample": False, "update_sample_only_in_training": True, "delay_sample_update": True, "param_version": 2, "masked_time": False, "gamma_init": 1.0, "beta_init": 0.0, "name_scope": "postnet/convs/2/norm", "out_shape": {batch_dim, frames_dim, post3_dim}},
  "postnet.tanh_3": {"class": "activation", "from": "postnet.convs.2.norm", "activation": "tanh", "out_shape": {batch_dim, frames_dim, post3_dim}},
  "postnet.convs.3.conv": {"class": "conv", "from": "postnet.tanh_3", "filter_size": [5], "padding": "same", "strides": [1], "dilation_rate": [1], "groups": 1, "in_dim": post3_dim, "in_spatial_dims": [frames_dim], "out_dim": post4_dim, "with_bias": False, "activation": None, "forward_weights_init": "glorot_uniform", "name_scope": "postnet/convs/3/conv", "dropout": 0.5, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, frames_dim, post4_dim}},
  "postnet.convs.3.norm": {"class": "batch_norm", "from": "postnet.convs.3.conv", "in_dim": post4_dim, "momentum": 0.1, "epsilon": 0.001, "use_shift": True, "use_std": True, "use_sample": 0.0, "force_sample": False, "update_sample_only_in_training": True, "delay_sample_update": True, "param_version": 2, "masked_time": False, "gamma_init": 1.0, "beta_init": 0.0, "name_scope": "postnet/convs/3/norm", "out_shape": {batch_dim, frames_dim, post4_dim}},
  "postnet.tanh_4": {"class": "activation", "from": "postnet.convs.3.norm", "activation": "tanh", "out_shape": {batch_dim, frames_dim, post4_dim}},
  "postnet.output.conv": {"class": "conv", "from": "postnet.tanh_4", "filter_size": [5], "padding": "same", "strides": [1], "dilation_rate": [1], "groups": 1, "in_dim": post4_dim, "in_spatial_dims": [frames_dim], "out_dim": mel_dim, "with_bias": False, "activation": None, "forward_weights_init": "glorot_uniform", "name_scope": "postnet/output/conv", "dropout": 0.5, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, frames_dim, mel_dim}},
  "postnet.output.norm": {"class": "batch_norm", "from": "postnet.output.conv", "in_dim": mel_dim, "momentum": 0.1, "epsilon": 0.001, "use_shift": True, "use_std": True, "use_sample": 0.0, "force_sample": False, "update_sample_only_in_training": True, "delay_sample_update": True, "param_version": 2, "masked_time": False, "gamma_init": 1.0, "beta_init": 0.0, "name_scope": "postnet/output/norm", "out_shape": {batch_dim, frames_dim, mel_dim}},
  "postnet.dropout": {"class": "dropout", "from": "postnet.output.norm", "dropout": 0.5, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, frames_dim, mel_dim}},
  "output": {"class": "combine", "kind": "add", "from": ["decoder.output", "postnet.dropout"], "out_shape": {frames_dim, batch_dim, mel_dim}},
  "cast": {"class": "cast", "from": "data:durations", "dtype": "float32", "out_shape": {batch_dim, positions_dim}},
  "durations_l1": {"class": "eval", "from": ["durations.squeeze", "cast"], "eval": "tf.abs(source(0) - tf.math.log(source(1) + 1.0))", "out_shape": {positions_dim, batch_dim}, "loss": "as_is"},
  "absolute": {"class": "eval", "from": ["decoder.output", "data:speech"], "eval": "tf.abs(source(0) - source(1))", "out_shape": {frames_dim, batch_dim, mel_dim}},
  "rough_l1": {"class": "reduce", "from": "absolute", "mode": "mean", "axes": [mel_dim], "use_time_mask": False, "out_shape": {frames_dim, batch_dim}, "loss": "as_is"},
  "squared_difference": {"class": "combine", "kind": "squared_difference", "from": ["decoder.output", "data:speech"], "out_shape": {frames_dim, batch_dim, mel_dim}},
  "rough_l2": {"class": "reduce", "from": "squared_difference", "mode": "mean", "axes": [mel_dim], "use_time_mask": False, "out_shape": {frames_dim, batch_dim}, "loss": "as_is"},
  "absolute_2": {"class": "eval", "from": ["output", "data:speech"], "eval": "tf.abs(source(0) - source(1))", "out_shape": {frames_dim, batch_dim, mel_dim}},
  "fine_l1": {"class": "reduce", "from": "absolute_2", "mode": "mean", "axes": [mel_dim], "use_time_mask": False, "out_shape": {frames_dim, batch_dim}, "loss": "as_is"},
  "squared_difference_2": {"class": "combine", "kind": "squared_difference", "from": ["output", "data:speech"], "out_shape": {frames_dim, batch_dim, mel_dim}},
  "fine_l2": {"class": "reduce", "from": "squared_difference_2", "mode": "mean", "axes": [mel_dim], "use_time_mask": False, "out_shape": {frames_dim, batch_dim}, "loss": "as_is"},
}
batch_size = 18000
max_seqs = 60
num_epochs = 200
optimizer = {"class": "adam", "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-06}
learning_rate = 0.001
model = "model/net"
gradient_clip_global_norm = 1.0
