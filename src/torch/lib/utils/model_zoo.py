# https://pytorch.org/docs/stable/model_zoo.html: older names of what is in torch.hub.

from torch.hub import load_state_dict_from_url as load_url
from tqdm import tqdm
