"""Finds a face with the generated Python client: find.py ADDRESS PHOTO"""
import base64, sys

import openapi_client as faces

with open(sys.argv[2], "rb") as file:
    image = faces.Image(image_base64=base64.b64encode(file.read()).decode())
with faces.ApiClient(faces.Configuration(host=sys.argv[1])) as client:
    request = faces.ExtractRequest(images=[image], dedup=faces.Dedup.CLUSTER, details=True)
    answer = faces.FacesApi(client).extract_faces(request)
    assert faces.StateApi(client).ready().status == "ready"
person = answer.faces[0]
assert len(person.embedding) == 512 and person.box.width > 0 and answer.model.embedder == "ArcFace"
print(f"Python: {answer.unique_faces} unique of {answer.total_faces_detected} faces")
