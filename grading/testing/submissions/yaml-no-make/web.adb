procedure Web is
begin
   null;
end Web;
