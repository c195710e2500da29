#!rnn.py
# Written by NetDsl from the model signals: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
samples_dim = Dim(None, name="samples", kind=Dim.Types.Spatial)
channel_dim = Dim(1, name="channel", kind=Dim.Types.Feature)
bins_dim = Dim(257, name="bins", kind=Dim.Types.Feature)
_199_samples_dim = (-199) + samples_dim
_199_samples_200_dim = _199_samples_dim - 200
ceil_199_samples_200_160_dim = _199_samples_200_dim.ceildiv_right(160)
mel_dim = Dim(80, name="mel", kind=Dim.Types.Feature)
classes_dim = Dim(7, name="classes", kind=Dim.Types.Feature)
extern_data = {
  "data": {"dim_tags": (batch_dim, samples_dim, channel_dim), "dtype": "float32", "available_for_inference": True},
}
network = {
  "log_mel.stft": {"class": "stft", "from": "data:data", "frame_shift": 160, "frame_size": 400, "fft_size": 512, "in_spatial_dims": [samples_dim], "out_dim": bins_dim, "use_time_mask": False, "out_shape": {batch_dim, ceil_199_samples_200_160_dim, bins_dim}},
  "log_mel.activation": {"class": "activation", "from": "log_mel.stft", "activation": "abs", "out_shape": {batch_dim, ceil_199_samples_200_160_dim, bins_dim}},
  "log_mel.square": {"class": "eval", "from": "log_mel.activation", "eval": "tf.square(source(0))", "out_shape": {batch_dim, ceil_199_samples_200_160_dim, bins_dim}},
  "log_mel.mel_filterbank": {"class": "mel_filterbank", "from": "log_mel.square", "sampling_rate": 16000, "fft_size": 512, "nr_of_filters": 80, "n_out": 80, "out_dim": mel_dim, "out_shape": {batch_dim, ceil_199_samples_200_160_dim, mel_dim}},
  "log_mel.activation_2": {"class": "activation", "from": "log_mel.mel_filterbank", "activation": "safe_log", "opts": {"eps": 1e-10}, "out_shape": {batch_dim, ceil_199_samples_200_160_dim, mel_dim}},
  "log_mel.mul": {"class": "eval", "from": "log_mel.activation_2", "eval": "source(0) * 0.43429448190325176", "out_shape": {batch_dim, ceil_199_samples_200_160_dim, mel_dim}},
  "output": {"class": "linear", "from": "log_mel.mul", "in_dim": mel_dim, "out_dim": classes_dim, "activation": None, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "linear", "out_shape": {batch_dim, ceil_199_samples_200_160_dim, classes_dim}},
  "square": {"class": "eval", "from": "output", "eval": "tf.square(source(0))", "out_shape": {batch_dim, ceil_199_samples_200_160_dim, classes_dim}},
  "energy": {"class": "reduce", "from": "square", "mode": "mean", "axes": [classes_dim], "use_time_mask": False, "out_shape": {batch_dim, ceil_199_samples_200_160_dim}, "loss": "as_is"},
}
