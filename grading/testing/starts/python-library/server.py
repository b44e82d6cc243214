import bottle




bottle.route("/<name>")(lambda name: bottle.static_file(name, "."))
bottle.run(port=8064)
