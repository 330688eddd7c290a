"""Einstein's summation."""

import torch


def cases(record):
    def shaped(equation, *shapes):
        operands = [torch.randn(shape) for shape in shapes]
        record("einsum_of", equation, operands, call=lambda text, given: torch.einsum(text, *given))

    shaped("ij,jk->ik", (2, 3), (3, 4))
    shaped("ij,jk", (2, 3), (3, 4))
    shaped("ij, jk -> ki", (2, 3), (3, 4))
    shaped("bij,bjk->bik", (5, 2, 3), (5, 3, 4))
    shaped("bhqd,bhkd->bhqk", (2, 3, 4, 5), (2, 3, 6, 5))
    shaped("bhqk,bhkd->bqhd", (2, 3, 4, 5), (2, 3, 5, 6))
    shaped("...ij,...jk->...ik", (5, 2, 3), (3, 4))
    shaped("...j,jk->...k", (2, 5, 3), (3, 4))
    shaped("...,...->...", (2, 3), (3,))
    shaped("i,j->ij", (2,), (3,))
    shaped("ij,ij->", (2, 3), (2, 3))
    shaped("ij->", (2, 3))
    shaped("ij->j", (2, 3))
    shaped("ji", (2, 3))
    shaped("ii", (3, 3))
    shaped("ii->i", (3, 3))
    shaped("iij->j", (3, 3, 2))
    shaped("ij,jk,kl->il", (2, 3), (3, 4), (4, 5))
    shaped("ij,ij,j->i", (2, 3), (2, 3), (3,))
    shaped("bn,anm,bm->ba", (2, 3), (4, 3, 5), (2, 5))
    shaped("ij,jk->ik", (2, 1), (3, 4))
    shaped("nchw,kc->nkhw", (2, 3, 4, 4), (5, 3))
    shaped("ijk,jk->ik", (2, 3), (3, 4))
    shaped("ij,kj->ik", (2, 3), (3, 4))
    shaped("ij,jk->iz", (2, 3), (3, 4))
    shaped("ij,jk->ii", (2, 3), (3, 4))
    shaped("ij->ij", (2, 3), (3, 4))
    shaped("ij,jk->ik", (2, 3))
    shaped("i->i", (2, 3))
    shaped("ii->i", (3, 4))
